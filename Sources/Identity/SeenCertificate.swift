public import CivilTime
public import SQL
import Synchronization

/// A certificate by which a system of an organisation came in: so that somebody is told before it expires.
public struct SeenCertificate: Sendable {
    /// SHA-256 of the certificate.
    public let fingerprint: [UInt8]
    public let expiresAt: Instant
    public let firstSeenAt: Instant
    public let lastSeenAt: Instant

    /// More than any organisation uses side by side; the list is read whole.
    public static let limit = 100
}

extension SeenCertificate {
    /// The certificates of an organisation, the one that expires first first. Those that were not seen since
    /// a moment are left out: they have been replaced.
    public static func list(
        of organisation: Organisation.ID, seenSince moment: Instant, in transaction: any Transaction
    ) throws -> [SeenCertificate] {
        try transaction.rows(
            """
            SELECT fingerprint, expires_at, first_seen_at, last_seen_at
            FROM certificate_seen
            WHERE organisation_id = \(organisation) AND last_seen_at >= \(moment)
            ORDER BY expires_at, fingerprint
            LIMIT \(limit)
            """
        ) { row in
            SeenCertificate(
                fingerprint: try row.next(), expiresAt: try row.next(), firstSeenAt: try row.next(),
                lastSeenAt: try row.next())
        }
    }

    static func note(
        _ certificate: ClientCertificate, of organisation: Organisation.ID,
        in transaction: any Transaction, at now: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO certificate_seen
              (organisation_id, fingerprint, expires_at, first_seen_at, last_seen_at)
            VALUES
              (\(organisation), \(certificate.fingerprint), \(certificate.expiresAt), \(now), \(now))
            ON CONFLICT (organisation_id, fingerprint) DO UPDATE SET last_seen_at = excluded.last_seen_at
            """)
    }
}

/// Writes down which certificates come by, each at most once an hour: a busy system costs no write a
/// request.
public final class CertificateRegister: Sendable {
    private static let everySeconds: Int64 = 3_600
    /// A thousand times what the organisations of the country use; beyond it all are forgotten and noted
    /// anew.
    private static let rememberedLimit = 10_000

    private let noted = Mutex<[[UInt8]: Instant]>([:])

    public init() {}

    public func note(
        _ certificate: ClientCertificate, of organisation: Organisation.ID, database: any Database,
        at now: Instant
    ) async throws {
        let isDue = noted.withLock { noted in
            if let last = noted[certificate.fingerprint], last.advanced(bySeconds: Self.everySeconds) > now {
                return false
            }
            if noted.count >= Self.rememberedLimit { noted = [:] }
            noted[certificate.fingerprint] = now
            return true
        }
        guard isDue else { return }
        try await database.write { transaction in
            try SeenCertificate.note(certificate, of: organisation, in: transaction, at: now)
        }
    }
}
