/// Dates, times and numbers as Dutch readers expect them, from small tables of our own: the same on every
/// machine.
public enum Dutch {
    /// `ma 6 april 2026, 12.30 uur`, the time in Amsterdam; seconds are left out.
    public static func text(_ moment: Instant) -> String {
        let local = LocalTime(moment)
        let day = shortWeekdays[local.date.weekday.rawValue - 1]
        return "\(day) \(text(local.date)), \(text(local.time))"
    }

    /// `ma 6 april`, for a list in which the year is clear; `ma 6 april 2026` with it.
    public static func day(_ date: CivilDate, withYear: Bool = false) -> String {
        let (year, month, day) = date.parts
        let weekday = shortWeekdays[date.weekday.rawValue - 1]
        return "\(weekday) \(day) \(months[month - 1])" + (withYear ? " \(year)" : "")
    }

    /// `za 4 – ma 6 april`, with both months where they differ, and both years where those do; one day as
    /// ``day(_:withYear:)``.
    public static func days(from first: CivilDate, to last: CivilDate, withYear: Bool = false) -> String {
        let end = day(last, withYear: withYear)
        guard first != last else { return end }
        guard CivilMonth(of: first) == CivilMonth(of: last) else {
            return "\(day(first, withYear: withYear && first.year != last.year)) – \(end)"
        }
        return "\(shortWeekdays[first.weekday.rawValue - 1]) \(first.day) – \(end)"
    }

    /// `08.30–18.00 uur`.
    public static func text(from start: TimeOfDay, to end: TimeOfDay) -> String {
        "\(clock(start))–\(text(end))"
    }

    /// `6 april 2026`.
    public static func text(_ date: CivilDate) -> String {
        let (year, month, day) = date.parts
        return "\(day) \(months[month - 1]) \(year)"
    }

    /// `oktober 2026`.
    public static func text(_ month: CivilMonth) -> String {
        "\(months[month.month - 1]) \(month.year)"
    }

    /// `12.30 uur`.
    public static func text(_ time: TimeOfDay) -> String {
        clock(time) + " uur"
    }

    private static func clock(_ time: TimeOfDay) -> String {
        "\(padded(time.hour, 2)).\(padded(time.minute, 2))"
    }

    /// `woensdag`.
    public static func text(_ weekday: Weekday) -> String {
        weekdays[weekday.rawValue - 1]
    }

    /// `2.500.000`.
    public static func text(_ number: Int) -> String {
        let digits = Array(String(number.magnitude).utf8)
        var text = number < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text += "." }
            text.unicodeScalars.append(Unicode.Scalar(digit))
        }
        return text
    }

    /// A decimal number with a comma: 9931 with two decimals is `99,31`.
    ///
    /// - Parameter scaled: the number times ten to the power of `decimals`.
    public static func decimal(_ scaled: Int, decimals: Int, keepingZeros: Bool = true) -> String {
        let scale = (0..<decimals).reduce(1) { power, _ in power * 10 }
        let whole = text(Int(scaled.magnitude) / scale)
        var fraction = decimals == 0 ? "" : padded(Int(scaled.magnitude) % scale, decimals)
        while !keepingZeros, fraction.last == "0" { fraction.removeLast() }
        return (scaled < 0 ? "-" : "") + (fraction.isEmpty ? whole : whole + "," + fraction)
    }

    /// Elapsed time in the units a reader would use: `7 uur 20 min`, `45 s`, `200 ms`; `0 s` when there is
    /// none.
    ///
    /// Hours are not made into days, since norms speak of hours. Below a second milliseconds are shown,
    /// with decimals.
    public static func duration(microseconds: Int64) -> String {
        let total = Int(microseconds.magnitude)
        let sign = microseconds < 0 ? "-" : ""
        if total > 0, total < 1_000_000 {
            return sign + decimal(total, decimals: 3, keepingZeros: false) + " ms"
        }
        var parts: [String] = []
        if total >= 3_600_000_000 { parts.append(text(total / 3_600_000_000) + " uur") }
        if total / 60_000_000 % 60 > 0 { parts.append("\(total / 60_000_000 % 60) min") }
        let rest = total % 60_000_000
        if rest > 0 || parts.isEmpty {
            parts.append(decimal(rest, decimals: 6, keepingZeros: false) + " s")
        }
        return sign + parts.joined(separator: " ")
    }

    private static let weekdays = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]
    private static let shortWeekdays = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ]
}
