public import Agreements
public import CivilTime
public import SQL

/// A version of an agreement that was published: its text never changes, and judging reads only these.
public struct PublishedAgreement: Sendable {
    /// SHA-256 of the text, by which the version is known.
    public let hash: [UInt8]
    public let validFrom: Instant
    public let recordedAt: Instant
    public let agreement: Agreement

    public static let migrations = [
        Migration(
            "agreement-files 0001",
            [
                """
                CREATE TABLE agreement_version (
                  name \(.text) NOT NULL
                    CONSTRAINT agreement_version_name CHECK (length(name) BETWEEN 1 AND 100),
                  hash \(.bytes) NOT NULL CONSTRAINT agreement_version_hash CHECK (length(hash) = 32),
                  valid_from \(.integer) NOT NULL,
                  recorded_at \(.integer) NOT NULL,
                  text \(.text) NOT NULL,
                  PRIMARY KEY (name, hash)
                ) \(.keyed)
                """,
                """
                CREATE UNIQUE INDEX agreement_version_in_time
                  ON agreement_version (name, valid_from, recorded_at)
                """,
            ])
    ]

    /// The hash in hexadecimal, lower case.
    public var hashText: String {
        hash.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// Records a version; a text that was published before stays as it is, with its first moment.
    ///
    /// - Returns: whether it was new.
    @discardableResult
    public static func publish(
        _ file: AgreementFile, in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        let agreement = file.agreement
        let validFrom = Instant(startOf: agreement.validity.from)
        let added = try transaction.run(
            """
            INSERT INTO agreement_version (name, hash, valid_from, recorded_at, text)
            VALUES (\(agreement.name), \(file.hash), \(validFrom), \(now), \(file.text))
            ON CONFLICT (name, hash) DO NOTHING
            """)
        return added == 1
    }

    /// The version that holds at a moment, by what is on record now: of those that had started the one that
    /// started last, and of a corrected one the last correction. Nil when there is none, or when its term
    /// has passed and it does not hold until it is replaced.
    public static func current(
        _ name: String, at moment: Instant, in transaction: any Transaction
    ) throws -> PublishedAgreement? {
        try at(name, moment, knownAt: Instant(microseconds: .max), in: transaction)
    }

    /// A version as it lies in the table.
    init(_ row: inout Row, _ name: String) throws {
        hash = try row.next()
        validFrom = try row.next()
        recordedAt = try row.next()
        agreement = try AgreementFile(name: name, text: try row.next()).agreement
    }
}
