import Agreements
import CivilTime

extension Notation<Set<Weekday>> {
    /// Days of the week: `ma-vr`, `ma,wo,do`, `za`.
    static var weekdays: Notation {
        Notation(expected: "days of the week such as ma-vr, ma,wo,do or za", read: Weekday.days)
    }
}

extension Weekday {
    private static let short = ["ma", "di", "wo", "do", "vr", "za", "zo"]
    private static let long = [
        "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag",
    ]

    /// `woensdag`.
    static func named(_ text: some StringProtocol) -> Weekday? {
        long.firstIndex { $0 == text }.map { allCases[$0] }
    }

    /// Days and ranges of days with commas between; each day once, and a range does not go past Sunday.
    static func days(_ text: some StringProtocol) -> Set<Weekday>? {
        var days: Set<Weekday> = []
        for part in text.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false)
                .map { end in short.firstIndex { $0 == end } }
            guard (1...2).contains(ends.count), let first = ends.first.flatMap({ $0 }),
                let last = ends.last.flatMap({ $0 }), first <= last, ends.count == 1 || first < last,
                days.isDisjoint(with: allCases[first...last])
            else { return nil }
            days.formUnion(allCases[first...last])
        }
        return days
    }
}

extension Notation<DayOfYear> {
    /// A day that comes back every year: `1 september`.
    static var dayOfYear: Notation {
        let months = [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
            "oktober", "november", "december",
        ]
        let leapYear = 2_000
        return Notation(expected: "a day of the year such as 1 september") { text in
            let parts = text.split(separator: " ", omittingEmptySubsequences: false)
            guard parts.count == 2, let day = Int(parts[0]),
                let month = months.firstIndex(where: { $0 == parts[1] }),
                CivilDate(year: leapYear, month: month + 1, day: day) != nil
            else { return nil }
            return DayOfYear(month: month + 1, day: day)
        }
    }
}
