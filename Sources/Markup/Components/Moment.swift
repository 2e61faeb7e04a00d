/// A moment as the reader's clock and calendar show it (Europe/Amsterdam), with or without the time of day.
public struct Moment: Component, Equatable {
    public let year: Int
    public let month: Int
    public let day: Int
    /// Monday = 1 to Sunday = 7.
    public let weekday: Int
    let hour: Int?
    let minute: Int?

    /// A day.
    public init(year: Int, month: Int, day: Int, weekday: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
        hour = nil
        minute = nil
    }

    /// A minute of a day.
    public init(year: Int, month: Int, day: Int, weekday: Int, hour: Int, minute: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.weekday = weekday
        self.hour = hour
        self.minute = minute
    }

    /// "ma 6 april 2026, 12.30 uur".
    public func text(in strings: Strings) -> String {
        let date = strings.date(year: year, month: month, day: day, weekday: weekday)
        guard let hour, let minute else { return date }
        return date + ", " + strings.clock(hour: hour, minute: minute)
    }

    public func write(to html: inout HTML) {
        html.element(.time, .set(.datetime, machineText), text: text(in: html.strings))
    }

    private var machineText: String {
        let date = "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
        guard let hour, let minute else { return date }
        return date + "T\(padded(hour, 2)):\(padded(minute, 2))"
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
