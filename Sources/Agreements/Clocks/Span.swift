/// A length of time as an agreement writes it, with what it is counted in.
///
/// Two spans are equal when they mean the same; the words are kept to show them as the document has them.
public struct Span: Sendable {
    public let kind: Kind
    /// As written: `20 kantooruren`.
    public let text: String

    public init(_ kind: Kind, text: String) {
        self.kind = kind
        self.text = text
    }

    public enum Kind: Hashable, Sendable {
        /// By a clock that never stops (klokuren).
        case clock(microseconds: Int64)
        /// Time in which a window is open (kantooruren, werkuren).
        case working(microseconds: Int64)
        /// To the close of the window on the so-manieth working day after the day of the start.
        case workingDays(Int)
        /// To the end of the calendar day so many days after that of the start.
        case days(Int)
        case weeks(Int)
        case months(Int)
        /// As soon as the window is open.
        case immediately
        case inConsultation
        case bestEffort
    }

    /// The length of a span of clock or working time; nil for one that needs a calendar, or is none.
    public var microseconds: Int64? {
        switch kind {
        case .clock(let count), .working(let count): count
        case .immediately: 0
        case .workingDays, .days, .weeks, .months, .inConsultation, .bestEffort: nil
        }
    }

    /// Whether there is a term at all; none is agreed where it is settled in consultation.
    public var isTerm: Bool { kind != .inConsultation && kind != .bestEffort }
}

extension Span: Hashable {
    public static func == (left: Span, right: Span) -> Bool { left.kind == right.kind }

    public func hash(into hasher: inout Hasher) { hasher.combine(kind) }
}

/// A span with its operator: `≤ 6 klokuren`, `< 0,25 werkuur`.
public struct SpanLimit: Hashable, Sendable {
    public let comparison: Limit.Comparison
    public let span: Span

    public init(_ comparison: Limit.Comparison, _ span: Span) {
        self.comparison = comparison
        self.span = span
    }

    /// Without an operator where the span is no length: `in overleg`.
    public var text: String {
        switch span.kind {
        case .immediately, .inConsultation, .bestEffort: span.text
        case .clock, .working, .workingDays, .days, .weeks, .months:
            (comparison == .atMost ? "≤ " : "< ") + span.text
        }
    }
}
