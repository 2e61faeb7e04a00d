import CivilTime
import Identity
import SQL

/// A key by which a caller may send the same request again without doing it twice: the same key with the same
/// content gets the first answer, with other content it is refused.
///
/// Acts are serializable, so that of two requests with one key at the same moment the second finds the first.
public struct IdempotencyKey: Sendable, Equatable {
    public let text: String

    /// An index entry holds it; a GUID has 36.
    public static let bytesLimit = 200

    public init(_ text: String) throws(IdempotencyError) {
        guard (1...Self.bytesLimit).contains(text.utf8.count), !text.utf8.contains(0) else { throw .invalid }
        self.text = text
    }

    /// What a key was sent with: the same text may stand for one of each.
    enum Act: String, Sendable, Storable {
        case delivery
        case subscription
    }

    /// What the first request under this key became; nil when there was none.
    ///
    /// - Parameter hash: of the content that came now.
    func result<Kind>(
        of act: Act, for organisation: Organisation.ID, hash: [UInt8], in transaction: any Transaction
    ) throws -> Identifier<Kind>? {
        let found = try transaction.first(
            """
            SELECT content_hash, result_id FROM idempotency
            WHERE organisation_id = \(organisation) AND act = \(act) AND key = \(text)
            """
        ) { row in (try row.next([UInt8].self), try row.next(Identifier<Kind>.self)) }
        guard let (earlier, result) = found else { return nil }
        guard earlier == hash else { throw IdempotencyError.reused }
        return result
    }

    /// Remembers what the key stands for; the first time holds.
    func note<Kind>(
        _ result: Identifier<Kind>, of act: Act, for organisation: Organisation.ID, hash: [UInt8],
        in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO idempotency (organisation_id, act, key, content_hash, result_id, noted_at)
            VALUES (\(organisation), \(act), \(text), \(hash), \(result), \(now))
            ON CONFLICT (organisation_id, act, key) DO NOTHING
            """)
    }
}

public enum IdempotencyError: Error, Sendable {
    /// Not 1 to 200 bytes, or with U+0000 in it.
    case invalid
    /// The same key came before with other content.
    case reused
}
