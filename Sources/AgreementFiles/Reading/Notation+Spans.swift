import Agreements

extension Notation<Span> {
    /// Any span, as the document writes it.
    static var span: Notation {
        length.only(length.expected) { $0.microseconds != 0 || $0.kind == .immediately }
    }

    /// A span that may be nothing: what is lost at most may be `0 min`.
    static var length: Notation {
        Notation(
            expected: """
                a span such as 6 klokuren, 15 min, 20 kantooruren, 6 uur ondersteuningstijd, \
                10 dagen van 8 werkuren, 2 werkdagen, 4 dagen, 2 weken, 1 maand, direct or in overleg
                """,
            read: Span.init(reading:))
    }

    /// A number of days, weeks or months, or of working days where a calendar is known.
    static var calendarSpan: Notation {
        span.only("a span of werkdagen, dagen, weken or maanden, such as 5 werkdagen or 2 weken") { span in
            switch span.kind {
            case .workingDays, .days, .weeks, .months: true
            case .clock, .working, .immediately, .inConsultation, .bestEffort: false
            }
        }
    }

    /// A length by the clock, such as a warning comes ahead.
    static var clockSpan: Notation {
        span.only("a length of time such as 15 min or 1 uur") { span in
            if case .clock = span.kind { true } else { false }
        }
    }
}

extension Span {
    /// A span longer than this is no term of a service: a hundred years.
    private static let dayLimit = 36_525

    private static let clockUnits: [String: Int64] = [
        "ms": 1_000, "s": 1_000_000, "min": 60_000_000, "minuut": 60_000_000, "minuten": 60_000_000,
        "uur": 3_600_000_000, "klokuur": 3_600_000_000, "klokuren": 3_600_000_000,
    ]
    private static let workingUnits: Set<String> = [
        "kantooruur", "kantooruren", "werkuur", "werkuren", "uur ondersteuningstijd",
    ]
    private static let hour: Int64 = 3_600_000_000

    fileprivate init?(reading text: String) {
        guard let kind = Self.words[text] ?? Self.counted(text) else { return nil }
        self.init(kind, text: text)
    }

    private static let words: [String: Kind] = [
        "direct": .immediately, "in overleg": .inConsultation, "best effort": .bestEffort,
    ]

    private static func counted(_ text: String) -> Kind? {
        let parts = text.split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let number = decimalNumber(parts[0]) else { return nil }
        let unit = String(parts[1])
        if let factor = clockUnits[unit] {
            return microseconds(number, factor).map { .clock(microseconds: $0) }
        }
        if workingUnits.contains(unit) {
            return microseconds(number, hour).map { .working(microseconds: $0) }
        }
        if let hours = hoursInDay(unit) {
            return microseconds(number, hours * hour).map { .working(microseconds: $0) }
        }
        guard number.decimals == 0, (1...dayLimit).contains(number.scaled) else { return nil }
        return days(number.scaled, unit)
    }

    private static func days(_ count: Int, _ unit: String) -> Kind? {
        switch unit {
        case "werkdag", "werkdagen": count <= WorkCalendar.countLimit ? .workingDays(count) : nil
        case "dag", "dagen": .days(count)
        case "week", "weken": count * 7 <= dayLimit ? .weeks(count) : nil
        case "maand", "maanden": count * 31 <= dayLimit ? .months(count) : nil
        case "jaar": count * 366 <= dayLimit ? .months(count * 12) : nil
        default: nil
        }
    }

    /// The hours of `dagen van 8 werkuren`, a unit in itself.
    private static func hoursInDay(_ unit: String) -> Int64? {
        for day in ["dagen van ", "dag van "] where unit.hasPrefix(day) {
            let parts = unit.dropFirst(day.count).split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[1] == "werkuren" || parts[1] == "werkuur" else { return nil }
            return Int64(parts[0]).flatMap { (1...24).contains($0) ? $0 : nil }
        }
        return nil
    }

    /// Nil for a part of a microsecond, and for what is longer than ``dayLimit``.
    private static func microseconds(_ number: Decimal, _ factor: Int64) -> Int64? {
        guard number.decimals <= 3 else { return nil }
        let divisor = (0..<number.decimals).reduce(Int64(1)) { power, _ in power * 10 }
        let (product, overflow) = Int64(number.scaled).multipliedReportingOverflow(by: factor)
        guard !overflow, product % divisor == 0, product / divisor <= Int64(dayLimit) * 24 * hour else {
            return nil
        }
        return product / divisor
    }
}
