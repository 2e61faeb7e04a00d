/// A reading of the wall clock, from 00:00 up to and including 24:00, which is the end of the day and equals
/// 00:00 of the next one.
public struct TimeOfDay: Hashable, Sendable {
    /// Microseconds on the clock since 00:00; not the time elapsed, which differs on the days the clock is
    /// changed.
    public let microseconds: Int64

    public static let midnight = TimeOfDay(uncheckedMicroseconds: 0)
    public static let endOfDay = TimeOfDay(uncheckedMicroseconds: microsecondsInDay)

    static let microsecondsInDay: Int64 = 86_400_000_000

    init(uncheckedMicroseconds: Int64) {
        microseconds = uncheckedMicroseconds
    }

    /// Nil outside 00:00:00–24:00:00.
    public init?(hour: Int, minute: Int, second: Int = 0, microsecond: Int = 0) {
        guard (0...24).contains(hour), (0...59).contains(minute), (0...59).contains(second),
            (0...999_999).contains(microsecond)
        else { return nil }
        let total = Int64(hour * 3600 + minute * 60 + second) * 1_000_000 + Int64(microsecond)
        guard total <= Self.microsecondsInDay else { return nil }
        microseconds = total
    }

    public var hour: Int { Int(microseconds / 3_600_000_000) }
    public var minute: Int { Int(microseconds / 60_000_000 % 60) }
    public var second: Int { Int(microseconds / 1_000_000 % 60) }
    public var microsecond: Int { Int(microseconds % 1_000_000) }
}

extension TimeOfDay: Comparable {
    public static func < (left: TimeOfDay, right: TimeOfDay) -> Bool {
        left.microseconds < right.microseconds
    }
}

extension TimeOfDay: LosslessStringConvertible {
    /// `08:30` or `08:30:15`, with two digits each.
    public init?(_ text: String) {
        var scanner = Digits(text.utf8)
        guard let hour = scanner.number(digits: 2), scanner.skip(":"), let minute = scanner.number(digits: 2)
        else { return nil }
        var second = 0
        if scanner.skip(":") {
            guard let read = scanner.number(digits: 2) else { return nil }
            second = read
        }
        guard scanner.isAtEnd else { return nil }
        self.init(hour: hour, minute: minute, second: second)
    }

    /// `08:30`; seconds are left out, as on a timetable.
    public var description: String {
        "\(padded(hour, 2)):\(padded(minute, 2))"
    }
}
