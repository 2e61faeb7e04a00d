import Agreements
import CivilTime

extension Notation<HoursRange> {
    static var hours: Notation {
        Notation(expected: "hours such as 00:00-06:00, or whole for the whole day") { text in
            text == "whole" ? .wholeDay : HoursRange(reading: text)
        }
    }
}

extension Notation<OpeningHours> {
    /// When something is open in a week: `24x7`, `none`, or hours by day of the week.
    static var openingHours: Notation {
        Notation(
            expected: """
                24x7, none, or hours such as 08:30-18:00, 09:00-12:00 + 13:00-17:00 or \
                ma-vr 08:00-18:00; za 10:00-14:00
                """
        ) { text in
            text == "24x7" ? .always : text == "none" ? .never : OpeningHours(reading: text)
        }
    }
}

extension Notation<DeviatingDay.Opening> {
    static var openingOfDay: Notation {
        Notation(expected: "closed, or hours such as 08:30-12:00 + 13:00-16:00") { text in
            if text == "closed" { return DeviatingDay.Opening(hours: nil) }
            guard let ranges = OpeningHours.ranges(text) else { return nil }
            return DeviatingDay.Opening(hours: .daily(ranges))
        }
    }
}

extension DeviatingDay {
    /// The hours of a day of its own; nil when closed.
    struct Opening {
        let hours: OpeningHours?
    }
}

extension HoursRange {
    /// `17:00-06:00`; the same time twice says nothing.
    fileprivate init?(reading text: some StringProtocol) {
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, let from = TimeOfDay(String(ends[0])), let to = TimeOfDay(String(ends[1])),
            from < .endOfDay, from != to
        else { return nil }
        self.init(from: from, to: to)
    }
}

extension OpeningHours {
    /// Groups with `; ` between, each for days of the week or for all; no day in two groups.
    fileprivate init?(reading text: String) {
        var groups: [Group] = []
        var seen: Set<Weekday> = []
        for part in text.split(separator: ";", omittingEmptySubsequences: false) {
            let part = part.drop { $0 == " " }
            let space = part.firstIndex(of: " ")
            let days = space.flatMap { Weekday.days(part[..<$0]) }
            let rest = days == nil ? part : part[(space ?? part.startIndex)...].dropFirst()
            let all = days ?? Set(Weekday.allCases)
            guard let ranges = Self.ranges(rest), seen.isDisjoint(with: all) else { return nil }
            seen.formUnion(all)
            groups.append(Group(days: days, ranges: ranges))
        }
        self = .weekly(groups)
    }

    /// `09:00-12:00 + 13:00-17:00`.
    fileprivate static func ranges(_ text: some StringProtocol) -> [HoursRange]? {
        let parts = text.split(separator: "+", omittingEmptySubsequences: false)
        let ranges = parts.enumerated().map { index, part in
            let start = index == 0 ? part[...] : part.hasPrefix(" ") ? part.dropFirst() : part[...]
            let isLast = index == parts.count - 1
            return HoursRange(reading: !isLast && start.hasSuffix(" ") ? start.dropLast() : start)
        }
        return ranges.contains { $0 == nil } ? nil : ranges.compactMap { $0 }
    }
}
