public import CivilTime

/// What a batch says of itself, and how many messages are in it.
public struct BatchEnvelope: Hashable, Sendable {
    public let batchID: SupplierGUID
    /// `AanmaakDatum`: when the supplier says the batch was made.
    public let createdAt: Instant
    /// `BerichtLeverancierID`: ought to be the supplier's OIN.
    public let supplierID: String
    public let messageCount: Int
}
