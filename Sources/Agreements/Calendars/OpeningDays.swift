import CivilTime

/// Hours of a week together with the calendar that closes days and changes hours.
struct OpeningDays: Hashable, Sendable {
    let hours: OpeningHours
    let calendar: WorkCalendar?

    func ranges(on date: CivilDate) -> [HoursRange] {
        guard hours != .always, let calendar else { return hours.ranges(on: date.weekday) }
        if let deviation = calendar.deviation(on: date) {
            return deviation.hours?.ranges(on: date.weekday) ?? []
        }
        return calendar.isWorkingDay(date) ? hours.ranges(on: date.weekday) : []
    }

    /// Why nothing is open on a day, in Dutch; nil when something is.
    func closure(on date: CivilDate) -> String? {
        guard ranges(on: date).isEmpty else { return nil }
        return calendar?.closure(on: date) ?? Dutch.text(date.weekday)
    }
}
