/// A report that was agreed: what is in it, for whom, how often.
public struct ReportDefinition: Hashable, Sendable {
    public let key: String
    public let title: String
    public let every: Rhythm
    /// Keys of the roles that make it.
    public let by: [String]
    /// Keys of roles or meetings.
    public let to: [String]
    /// Dutch, as in the document.
    public let contents: [String]
    /// The clauses whose norms it shows; empty where the document names none.
    public let clauses: [Clause.ID]

    public init(
        key: String, title: String, every: Rhythm, by: [String], to: [String], contents: [String],
        clauses: [Clause.ID]
    ) {
        self.key = key
        self.title = title
        self.every = every
        self.by = by
        self.to = to
        self.contents = contents
        self.clauses = clauses
    }
}
