public import SQL
public import Sealing

/// The number of a person as the table has it, for lists of many: opened when it is needed, and only then.
public struct SealedNumber: Sendable {
    public let person: Person.ID
    private let wrappedKey: [UInt8]
    private let sealedBSN: [UInt8]

    /// Reads the columns `id`, `wrapped_key` and `bsn_sealed` of `person`, in this order.
    public init(_ row: inout Row) throws {
        person = try row.next()
        wrappedKey = try row.next()
        sealedBSN = try row.next()
    }

    public func open(_ keys: KeyRing) throws -> BSN {
        let digits = try keys.unwrap(wrappedKey).open(sealedBSN, for: .bsn(person))
        guard let bsn = BSN(String(decoding: digits, as: UTF8.self)) else { throw SealingError.damaged }
        return bsn
    }
}
