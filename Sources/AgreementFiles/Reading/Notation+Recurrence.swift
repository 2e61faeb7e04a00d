import Agreements
import CivilTime

/// On which days a window comes back, as written; some need a calendar, dates or days beside it.
enum RecurrenceWords {
    case complete(Recurrence)
    /// `werkdag`, by a calendar.
    case workingDays
    /// `volgens jaarplan`, with the dates that are known.
    case yearlyPlan
    /// `na aankondiging`, on days of the week.
    case announced
}

extension Notation<RecurrenceWords> {
    static var recurrence: Notation {
        Notation(
            expected: """
                2e woensdag van de maand, laatste zondag van de maand, 3e volle weekend van de maand, \
                werkdag, dag, ma,wo, volgens jaarplan or na aankondiging
                """
        ) { text in
            switch text {
            case "dag": .complete(.daily)
            case "werkdag": .workingDays
            case "volgens jaarplan": .yearlyPlan
            case "na aankondiging": .announced
            default: Weekday.days(text).map { .complete(.weekly($0)) } ?? monthly(text)
            }
        }
    }

    private static func monthly(_ text: String) -> RecurrenceWords? {
        let end = " van de maand"
        guard text.hasSuffix(end) else { return nil }
        let words = text.dropLast(end.count).split(separator: " ", omittingEmptySubsequences: false)
        guard let first = words.first else { return nil }
        let ordinal = first.hasSuffix("e") ? Int(first.dropLast()) : nil
        guard first == "laatste" || ordinal.map({ (1...5).contains($0) }) ?? false else { return nil }
        if let ordinal, words.dropFirst() == ["volle", "weekend"] {
            return .complete(.fullWeekend(ordinal: ordinal))
        }
        guard words.count == 2, let weekday = Weekday.named(words[1]) else { return nil }
        return .complete(
            ordinal.map { .weekdayOfMonth(ordinal: $0, weekday) } ?? .lastWeekdayOfMonth(weekday))
    }
}
