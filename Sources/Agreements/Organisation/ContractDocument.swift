/// A document of the contract structure; an earlier one prevails over a later one (DAP-01).
public struct ContractDocument: Hashable, Sendable {
    public let title: String
    public let level: ContractLevel
    public let isOptional: Bool

    public init(title: String, level: ContractLevel, isOptional: Bool) {
        self.title = title
        self.level = level
        self.isOptional = isOptional
    }
}

/// What a document of the contract structure is about.
public enum ContractLevel: String, CaseIterable, Hashable, Sendable {
    /// All services and all customers.
    case general
    /// One service, all customers.
    case service
    /// One service and one customer.
    case serviceCustomer = "service_customer"
}

/// The place of an agreement among the documents of one contract.
public struct DocumentPlace: Hashable, Sendable {
    /// What the contract structure calls it; Dutch.
    public let kind: String
    /// The contract, such as `mijnoverheid`.
    public let set: String
    public let level: ContractLevel
    /// Within the set a lower rank prevails.
    public let rank: Int

    public init(kind: String, set: String, level: ContractLevel, rank: Int) {
        self.kind = kind
        self.set = set
        self.level = level
        self.rank = rank
    }
}
