import CivilTime

/// A moment as a mail's `Date` header writes it (RFC 5322 §3.3), in UTC.
enum MailDate {
    static func text(_ moment: Instant) -> String {
        let seconds = moment.seconds
        let second = (seconds % daySeconds + daySeconds) % daySeconds
        let date = CivilDate(dayNumber: Int((seconds - second) / daySeconds))
        let clock = [second / 3_600, second / 60 % 60, second % 60].map(twoDigits).joined(separator: ":")
        let (year, month, day) = date.parts
        return "\(weekdays[date.weekday.rawValue - 1]), \(day) \(months[month - 1]) \(year) \(clock) +0000"
    }

    private static func twoDigits(_ number: Int64) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    private static let daySeconds: Int64 = 86_400
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
