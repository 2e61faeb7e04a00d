// Dates and times as people read them. Civil fields come in; no clock and no zone is known here.
extension Strings {
    /// "ma 6 april 2026"; the weekday counts from Monday = 1.
    public func date(year: Int, month: Int, day: Int, weekday: Int) -> String {
        pick(
            "\(Self.dutchDays[weekday - 1]) \(day) \(monthName(month)) \(year)",
            "\(Self.englishDays[weekday - 1]) \(day) \(monthName(month)) \(year)")
    }

    /// "12.30 uur".
    public func clock(hour: Int, minute: Int) -> String {
        let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
        let hours = hour < 10 ? "0\(hour)" : "\(hour)"
        return pick("\(hours).\(minutes) uur", "\(hours):\(minutes)")
    }

    /// "april 2026"; months count from 1.
    public func month(_ month: Int, year: Int) -> String {
        "\(monthName(month)) \(year)"
    }

    private func monthName(_ month: Int) -> String {
        precondition((1...12).contains(month), "a month is 1 to 12")
        return pick(Self.dutchMonths[month - 1], Self.englishMonths[month - 1])
    }

    private static let dutchDays = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    private static let englishDays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let dutchMonths = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]
}
