public import CivilTime

extension WorkCalendar {
    /// How many days are looked at for one working day. A calendar that works a day a year passes; one that
    /// never works is found out without walking on.
    static let daysSearchedPerWorkingDay = 1_000

    /// The most working days that can be counted: four years of every day.
    public static let countLimit = 1_461

    /// The `n`-th working day after a day, which does not count itself; the day itself for 0.
    ///
    /// Nil when the calendar has none, or `n` lies outside 0 to ``countLimit``.
    public func workingDay(_ n: Int, after date: CivilDate) -> CivilDate? {
        workingDay(n, from: date, step: 1)
    }

    /// The `n`-th working day before a day, for the latest day to announce something.
    public func workingDay(_ n: Int, before date: CivilDate) -> CivilDate? {
        workingDay(n, from: date, step: -1)
    }

    private func workingDay(_ n: Int, from date: CivilDate, step: Int) -> CivilDate? {
        guard (0...Self.countLimit).contains(n) else { return nil }
        var day = date
        for _ in 0..<n {
            guard let next = next(from: day, step: step) else { return nil }
            day = next
        }
        return day
    }

    private func next(from date: CivilDate, step: Int) -> CivilDate? {
        (1...Self.daysSearchedPerWorkingDay).lazy
            .map { date.advanced(byDays: $0 * step) }
            .first { isWorkingDay($0) }
    }
}
