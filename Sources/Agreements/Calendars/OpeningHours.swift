public import CivilTime

/// When something is open in a week.
public enum OpeningHours: Hashable, Sendable {
    /// 24 hours a day, 7 days a week, whatever the calendar says.
    case always
    /// By the day of the week, on the days the calendar leaves open.
    case weekly([Group])

    public static let never = OpeningHours.weekly([])

    /// Ranges for some days of the week.
    public struct Group: Hashable, Sendable {
        /// Nil for every day.
        public let days: Set<Weekday>?
        public let ranges: [HoursRange]

        public init(days: Set<Weekday>?, ranges: [HoursRange]) {
            self.days = days
            self.ranges = ranges
        }
    }

    /// The same ranges on every day.
    public static func daily(_ ranges: [HoursRange]) -> OpeningHours {
        .weekly([Group(days: nil, ranges: ranges)])
    }

    /// The hours of a day of the week, in the order of the document.
    public func ranges(on weekday: Weekday) -> [HoursRange] {
        switch self {
        case .always: [.wholeDay]
        case .weekly(let groups):
            groups.filter { $0.days?.contains(weekday) ?? true }.flatMap(\.ranges)
        }
    }

    public var neverOpens: Bool { Weekday.allCases.allSatisfy { ranges(on: $0).isEmpty } }
}
