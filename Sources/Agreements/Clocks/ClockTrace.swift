public import CivilTime

/// Why a clock shows what it shows: every moment of its course, with what became of it.
public struct ClockTrace: Hashable, Sendable {
    /// In order and without gaps.
    public let entries: [Entry]

    public struct Entry: Hashable, Sendable {
        public let interval: Interval
        public let kind: Kind

        public init(interval: Interval, kind: Kind) {
            self.interval = interval
            self.kind = kind
        }

        /// Own time of the clock in this part.
        public var countedMicroseconds: Int64 { kind == .counted ? interval.microseconds : 0 }
    }

    public enum Kind: Hashable, Sendable {
        case counted
        /// Outside the hours; the days on which they do not open at all, with the reason.
        case closed(days: [ClosedDay])
        case paused(reason: String, responsible: String)
        /// Between a stop and the reopening.
        case stopped
        /// Before the opening that the clock waits for.
        case notStarted
    }

    public struct ClosedDay: Hashable, Sendable {
        public let date: CivilDate
        /// Dutch: `zaterdag`, `Tweede paasdag`.
        public let reason: String

        public init(date: CivilDate, reason: String) {
            self.date = date
            self.reason = reason
        }
    }

    public init(entries: [Entry]) {
        self.entries = entries
    }

    public var countedMicroseconds: Int64 {
        entries.reduce(0) { $0 + $1.countedMicroseconds }
    }
}
