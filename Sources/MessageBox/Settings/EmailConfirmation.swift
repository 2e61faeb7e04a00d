import CivilTime
import Identity
import SQL
import Sealing

/// An address that waits for its holder to show that mail for it arrives: the code that was sent there.
struct EmailConfirmation: Sendable {
    typealias ID = Identifier<EmailConfirmation>

    let id: ID
    let person: Person.ID
    let sealedAddress: [UInt8]?
    let sealedCode: [UInt8]?
    let expiresAt: Instant
    let wrongCount: Int
    /// The hour over which codes are counted.
    let windowStartedAt: Instant
    let windowCount: Int

    static let windowSeconds: Int64 = 3_600
}

extension EmailConfirmation {
    static func find(_ person: Person.ID, in transaction: any Transaction) throws -> EmailConfirmation? {
        try transaction.first(
            """
            SELECT id, person_id, address_sealed, code_sealed, expires_at, wrong_count, window_started_at,
              window_count
            FROM email_confirmation
            WHERE person_id = \(person)
            """, read)
    }

    private static func read(_ row: inout Row) throws -> EmailConfirmation {
        EmailConfirmation(
            id: try row.next(), person: try row.next(), sealedAddress: try row.next(),
            sealedCode: try row.next(), expiresAt: try row.next(), wrongCount: try row.next(),
            windowStartedAt: try row.next(), windowCount: try row.next())
    }

    /// The address that waits; nil when there is none, or its code is too old.
    func openAddress(of person: Person, _ keys: KeyRing, at now: Instant) throws -> String? {
        guard now < expiresAt, let sealedAddress else { return nil }
        return String(
            decoding: try person.key(keys).open(sealedAddress, for: .waitingAddress(id)), as: UTF8.self)
    }

    func code(of person: Person, _ keys: KeyRing) throws -> String? {
        guard let sealedCode else { return nil }
        let code = try person.key(keys).open(sealedCode, for: .confirmationCode(id))
        return String(decoding: code, as: UTF8.self)
    }

    /// Ends it, used or not; how many codes went out this hour is remembered.
    func close(in transaction: any Transaction) throws {
        try transaction.run(
            """
            UPDATE email_confirmation SET address_sealed = NULL, code_sealed = NULL
            WHERE person_id = \(person)
            """)
    }

    func noteWrong(in transaction: any Transaction) throws {
        try transaction.run(
            "UPDATE email_confirmation SET wrong_count = wrong_count + 1 WHERE person_id = \(person)")
    }

    /// Six digits.
    static func newCode() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<codeLength).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
    }

    static let codeLength = 6
}

extension SealContext {
    static func waitingAddress(_ id: EmailConfirmation.ID) -> SealContext {
        SealContext(purpose: "email_confirmation.address", id: id.bytes)
    }

    static func confirmationCode(_ id: EmailConfirmation.ID) -> SealContext {
        SealContext(purpose: "email_confirmation.code", id: id.bytes)
    }
}
