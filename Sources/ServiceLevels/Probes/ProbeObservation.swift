public import Agreements
public import CivilTime

/// What a probe saw of one function in one minute, through the public port (DESIGN, decision 13).
public struct ProbeObservation: Hashable, Sendable {
    /// The name by which agreements know the probe, such as `message-box`.
    public let probe: String
    /// The start of the minute that was looked at.
    public let minute: Instant
    public let outcome: Outcome
    /// How long the checks took; not kept, since availability asks whether and not how fast.
    public let durationMicroseconds: Int64

    public enum Outcome: Hashable, Sendable {
        case up
        /// - Parameters:
        ///   - cause: ``OutageCause/unplanned`` unless the probe knows better.
        ///   - seen: what went wrong, for people; no personal values.
        case down(OutageCause, seen: String?)
    }

    /// - Throws: when it cannot be an observation, whoever sent it.
    public init(
        probe: String, minute: Instant, outcome: Outcome, durationMicroseconds: Int64
    ) throws(ProbeObservationError) {
        guard Self.isName(probe) else { throw .notAName }
        guard minute.microseconds % Self.lengthMicroseconds == 0 else { throw .notAWholeMinute(minute) }
        self.probe = probe
        self.minute = minute
        self.outcome = outcome
        self.durationMicroseconds = durationMicroseconds
    }

    static let lengthMicroseconds: Int64 = 60_000_000
    static let nameLimit = 100

    /// Lower-case letters, digits and hyphens, as agreements write them.
    private static func isName(_ text: String) -> Bool {
        (1...nameLimit).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "-"):
                    true
                default: false
                }
            }
    }

    /// What the observation speaks for: its whole minute.
    var interval: Interval {
        Interval(from: minute, to: minute.advanced(byMicroseconds: Self.lengthMicroseconds))
    }
}

/// Why observations were not taken.
public enum ProbeObservationError: Error, Equatable {
    case notAName
    case notAMoment
    case notAWholeMinute(Instant)
    /// The clock of the probe is ahead of that of the server.
    case inTheFuture(Instant)
    case tooMany(Int)
}

extension ProbeObservationError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notAName:
            "the name of a probe is 1 to \(ProbeObservation.nameLimit) lower-case letters, digits and hyphens"
        case .notAMoment:
            "a minute is written as in RFC 3339, such as 2026-10-01T12:00:00Z"
        case .notAWholeMinute(let moment):
            "\(moment.rfc3339) is not the start of a minute"
        case .inTheFuture(let moment):
            "\(moment.rfc3339) has not been yet; set the clock of the probe right"
        case .tooMany(let count):
            "\(count) observations at once are more than \(ProbeObservation.batchLimit); send them in parts"
        }
    }
}
