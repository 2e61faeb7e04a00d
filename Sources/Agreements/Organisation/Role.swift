/// A role that an agreement names, on whatever side.
public struct Role: Hashable, Sendable {
    public let key: String
    /// Dutch, as in the document.
    public let title: String
    /// The key of the ``Party`` it belongs to.
    public let party: String
    /// Whether only people whom the party has named for it hold it (DAP-06, SSC-13).
    public let isDesignated: Bool
    /// Whether it goes round among people, such as stand-by duty.
    public let isByTurn: Bool

    public init(key: String, title: String, party: String, isDesignated: Bool, isByTurn: Bool) {
        self.key = key
        self.title = title
        self.party = party
        self.isDesignated = isDesignated
        self.isByTurn = isByTurn
    }
}
