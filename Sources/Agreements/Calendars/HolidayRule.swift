public import CivilTime

/// A day that comes back every so many years on which nobody works: a rule, so that no list runs out.
public struct HolidayRule: Hashable, Sendable {
    /// Dutch, as in the document.
    public let name: String
    public let rule: Rule
    /// Nil for every year.
    public let every: Every?

    public init(name: String, rule: Rule, every: Every? = nil) {
        self.name = name
        self.rule = rule
        self.every = every
    }

    public enum Rule: Hashable, Sendable {
        /// A date; `onSunday` says where it goes when that is a Sunday.
        case day(month: Int, day: Int, onSunday: OnSunday? = nil)
        /// Days after Easter Sunday; negative for days before.
        case easter(daysAfter: Int)
    }

    public enum OnSunday: String, CaseIterable, Hashable, Sendable {
        case dayBefore = "day_before"
    }

    /// Once in so many years, counted from one of them (Liberation Day in BVV-01).
    public struct Every: Hashable, Sendable {
        public let years: Int
        public let from: Int

        /// Less than one year is a defect of the caller.
        public init(years: Int, from: Int) {
            precondition(years >= 1, "a holiday comes back in one year or more")
            self.years = years
            self.from = from
        }

        func includes(_ year: Int) -> Bool {
            year >= from && (year - from) % years == 0
        }
    }

    /// The day of the rule in a year; nil in a year without it, such as 29 February in most.
    public func date(in year: Int) -> CivilDate? {
        if let every, !every.includes(year) { return nil }
        switch rule {
        case .easter(let days):
            return Easter.sunday(in: year)?.advanced(byDays: days)
        case .day(let month, let day, let onSunday):
            guard let date = CivilDate(year: year, month: month, day: day) else { return nil }
            guard onSunday == .dayBefore, date.weekday == .sunday else { return date }
            return date.advanced(byDays: -1)
        }
    }
}
