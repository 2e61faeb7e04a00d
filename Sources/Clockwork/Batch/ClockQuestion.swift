public import CivilTime

/// One question of `peil clock --batch`: after how much open time, from which moment, with which pauses.
///
/// The form is the one that `docs/writing-an-agreement.md` describes, so that anybody can hold another
/// implementation against this one.
public struct ClockQuestion: Hashable, Sendable {
    public let id: ClockQuestionID
    public let window: Window
    /// The agreement whose holidays are closed days; nil for none.
    public let holidays: String?
    public let start: Instant
    public let budgetMicroseconds: Int64
    /// In any order; they may overlap.
    public let pauses: [Interval]

    /// The hours that count: on these days, from one time of day to another. An end before the start is on
    /// the next day.
    public struct Window: Hashable, Sendable {
        public let days: Set<Weekday>
        public let from: TimeOfDay
        public let to: TimeOfDay

        public init(days: Set<Weekday>, from: TimeOfDay, to: TimeOfDay) {
            self.days = days
            self.from = from
            self.to = to
        }
    }
}

/// What the asker calls a question; the answer carries it as it was given.
public enum ClockQuestionID: Hashable, Sendable {
    case text(String)
    case number(Int64)
    /// The line was not read as far as its id.
    case unknown

    var json: String {
        switch self {
        case .text(let text): JSONText.quoted(text)
        case .number(let number): "\(number)"
        case .unknown: "null"
        }
    }
}

/// Why a question has no answer, in a sentence.
struct ClockQuestionError: Error {
    let id: ClockQuestionID
    let reason: String
}
