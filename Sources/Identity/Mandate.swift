public import CivilTime
public import SQL

/// An organisation's word that another one, an intermediary, may deliver for it; from a moment, and until it
/// is taken back.
public struct Mandate: Sendable {
    public let intermediary: Organisation
    public let grantedAt: Instant
    /// Nil while it holds.
    public let revokedAt: Instant?
}

extension Organisation {
    /// More intermediaries than any organisation works with; a list of them is read whole.
    public static let mandateLimit = 200

    /// Records that this organisation may be acted for by an intermediary. One that was taken back holds
    /// again from now.
    ///
    /// - Returns: false when it held already.
    @discardableResult
    public func grantMandate(
        to intermediary: ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        let granted = try transaction.run(
            """
            INSERT INTO mandate (intermediary_id, organisation_id, granted_at)
            VALUES (\(intermediary), \(id), \(now))
            ON CONFLICT (intermediary_id, organisation_id) DO UPDATE
            SET granted_at = excluded.granted_at, revoked_at = NULL
            WHERE mandate.revoked_at IS NOT NULL
            """)
        return granted == 1
    }

    /// Takes a mandate back from now on; false when there was none that held.
    public func revokeMandate(
        of intermediary: ID, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        let revoked = try transaction.run(
            """
            UPDATE mandate SET revoked_at = \(now)
            WHERE intermediary_id = \(intermediary) AND organisation_id = \(id) AND revoked_at IS NULL
            """)
        return revoked == 1
    }

    /// Whether `actor` may act for this organisation: it is the same one, or holds its mandate.
    public func mayBeActedFor(by actor: ID, in transaction: any Transaction) throws -> Bool {
        if actor == id { return true }
        let mandate: Int64? = try transaction.value(
            """
            SELECT 1 FROM mandate
            WHERE intermediary_id = \(actor) AND organisation_id = \(id) AND revoked_at IS NULL
            """)
        return mandate != nil
    }

    /// The mandates this organisation gave, the last one first, those that were taken back among them.
    public func mandates(in transaction: any Transaction) throws -> [Mandate] {
        try transaction.rows(
            """
            SELECT organisation.id, organisation.oin, organisation.name, mandate.granted_at,
              mandate.revoked_at
            FROM mandate
            JOIN organisation ON organisation.id = mandate.intermediary_id
            WHERE mandate.organisation_id = \(id)
            ORDER BY mandate.granted_at DESC, organisation.id
            LIMIT \(Self.mandateLimit)
            """
        ) { row in
            Mandate(
                intermediary: Organisation(id: try row.next(), oin: try row.next(), name: try row.next()),
                grantedAt: try row.next(), revokedAt: try row.next())
        }
    }
}
