/// How long ahead something must be announced, and what a late notice means.
public struct NoticeRule: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let text: String
    public let paragraph: String
    /// Who must announce it.
    public let party: String
    /// Keys of roles or parties.
    public let to: [String]
    public let atLeast: Span
    /// Where the span is in working days.
    public let calendar: WorkCalendar?
    public let late: LateNotice

    public init(
        key: String, text: String, paragraph: String, party: String, to: [String], atLeast: Span,
        calendar: WorkCalendar?, late: LateNotice
    ) {
        self.key = key
        self.text = text
        self.paragraph = paragraph
        self.party = party
        self.to = to
        self.atLeast = atLeast
        self.calendar = calendar
        self.late = late
    }
}

/// What it means when a notice comes too late.
public enum LateNotice: String, CaseIterable, Hashable, Sendable {
    /// It is recorded and told.
    case recorded
    /// The maintenance counts as outage in the availability figure (SNO-46).
    case countsAsOutage = "counts_as_outage"
}
