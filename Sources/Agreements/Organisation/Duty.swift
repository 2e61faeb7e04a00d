/// What a party must do at set times.
public struct Duty: Hashable, Sendable {
    /// Dutch, as in the document.
    public let text: String
    public let party: String
    public let every: Rhythm?
    /// The last day of the year to have it done is the one before this.
    public let before: DayOfYear?
    /// 1 to 4.
    public let inQuarter: Int?
    public let reportWithin: Span?
    public let keptAtMost: Span?

    public init(
        text: String, party: String, every: Rhythm?, before: DayOfYear?, inQuarter: Int?, reportWithin: Span?,
        keptAtMost: Span?
    ) {
        self.text = text
        self.party = party
        self.every = every
        self.before = before
        self.inQuarter = inQuarter
        self.reportWithin = reportWithin
        self.keptAtMost = keptAtMost
    }
}

/// A day that comes back every year.
public struct DayOfYear: Hashable, Sendable {
    /// 1 to 12.
    public let month: Int
    public let day: Int

    public init(month: Int, day: Int) {
        self.month = month
        self.day = day
    }
}
