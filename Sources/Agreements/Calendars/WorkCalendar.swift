public import CivilTime

/// Which days are working days: days of the week, less holidays by rule, with single days that deviate.
public struct WorkCalendar: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let title: String
    public let days: Set<Weekday>
    public let holidays: [HolidayRule]
    public let deviatingDays: [DeviatingDay]

    public init(
        key: String, title: String, days: Set<Weekday>, holidays: [HolidayRule],
        deviatingDays: [DeviatingDay] = []
    ) {
        self.key = key
        self.title = title
        self.days = days
        self.holidays = holidays
        self.deviatingDays = deviatingDays
    }

    /// A day with hours of its own is a working day, whatever the rules say of it; a closed one is not.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        if let deviation = deviation(on: date) { return !deviation.isClosed }
        return days.contains(date.weekday) && holiday(on: date) == nil
    }

    /// Why a day is no working day, in Dutch: `Tweede paasdag`, `zaterdag`; nil for a working day.
    public func closure(on date: CivilDate) -> String? {
        if let deviation = deviation(on: date) { return deviation.isClosed ? deviation.title : nil }
        if let holiday = holiday(on: date) { return holiday.name }
        return days.contains(date.weekday) ? nil : Dutch.text(date.weekday)
    }

    func deviation(on date: CivilDate) -> DeviatingDay? {
        deviatingDays.first { $0.date == date }
    }

    /// A rule may lead into a neighbouring year, such as New Year's Day moved to the day before.
    private func holiday(on date: CivilDate) -> HolidayRule? {
        let year = date.year
        return holidays.first { rule in
            (year - 1...year + 1).contains { rule.date(in: $0) == date }
        }
    }

    /// The holidays of some years, with their rules, in no order.
    func holidays(in years: ClosedRange<Int>) -> [CivilDate: HolidayRule] {
        var found: [CivilDate: HolidayRule] = [:]
        for rule in holidays.reversed() {
            for year in years {
                if let date = rule.date(in: year) { found[date] = rule }
            }
        }
        return found
    }
}

/// A day on which the calendar or the hours differ from the rule.
public struct DeviatingDay: Hashable, Sendable {
    public let date: CivilDate
    /// Dutch: `Brugdag`.
    public let title: String
    /// Nil when closed all day.
    public let hours: OpeningHours?

    public init(date: CivilDate, title: String, hours: OpeningHours?) {
        self.date = date
        self.title = title
        self.hours = hours
    }

    var isClosed: Bool { hours?.ranges(on: date.weekday).isEmpty ?? true }
}
