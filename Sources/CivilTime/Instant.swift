/// A moment on the UTC time line, in whole microseconds since 1970-01-01T00:00:00Z.
///
/// Moments are stored, compared and subtracted as integers; a calendar is only consulted where a rule of an
/// agreement speaks of days or hours. Leap seconds are not counted, as in POSIX time.
public struct Instant: Hashable, Sendable {
    public let microseconds: Int64

    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    public init(seconds: Int64) {
        self.microseconds = seconds * 1_000_000
    }

    /// The whole seconds since 1970, rounded down, also before 1970.
    public var seconds: Int64 {
        let (quotient, remainder) = microseconds.quotientAndRemainder(dividingBy: 1_000_000)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// This moment moved by a number of seconds; negative moves back.
    public func advanced(bySeconds seconds: Int64) -> Instant {
        Instant(microseconds: microseconds + seconds * 1_000_000)
    }

    /// This moment moved by a number of microseconds; negative moves back.
    public func advanced(byMicroseconds count: Int64) -> Instant {
        Instant(microseconds: microseconds + count)
    }

    /// The microseconds from another moment to this one; negative when the other is later.
    public func microseconds(since other: Instant) -> Int64 {
        microseconds - other.microseconds
    }
}

extension Instant: Comparable {
    public static func < (left: Instant, right: Instant) -> Bool {
        left.microseconds < right.microseconds
    }
}
