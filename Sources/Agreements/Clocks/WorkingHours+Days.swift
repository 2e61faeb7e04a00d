public import CivilTime

extension WorkingHours {
    /// How many days are looked at for one working day.
    private static let daysSearchedPerWorkingDay = 1_000

    /// The `n`-th day after a date on which the window opens; for 24×7 the calendar alone decides, and
    /// without one every day counts. Nil when none is found.
    public func workingDay(_ n: Int, after date: CivilDate) -> CivilDate? {
        guard (0...WorkCalendar.countLimit).contains(n) else { return nil }
        var day = date
        for _ in 0..<n {
            let next = (1...Self.daysSearchedPerWorkingDay).lazy
                .map { day.advanced(byDays: $0) }
                .first { days.isWorkingDay($0) }
            guard let next else { return nil }
            day = next
        }
        return day
    }

    /// When the last opening that begins on a day ends; the end of the day where none does.
    public func close(of date: CivilDate) -> Instant {
        let ends = days.ranges(on: date).compactMap { $0.interval(on: date)?.end }
        return ends.max() ?? Instant(startOf: date.advanced(byDays: 1))
    }

    /// Why the window does not open on a day, in Dutch; nil when it does.
    public func closure(on date: CivilDate) -> String? {
        days.closure(on: date)
    }
}
