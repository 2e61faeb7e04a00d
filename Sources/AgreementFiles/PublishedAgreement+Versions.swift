import Agreements
public import CivilTime
public import SQL

extension PublishedAgreement {
    /// More versions of one agreement than any contract has; each is read whole.
    public static let versionLimit = 100

    /// The version that holds at a moment, by what was on record at another one: what a report of that time
    /// went by, whatever was corrected since.
    ///
    /// - Parameter knownAt: a version that was published later is left out.
    public static func at(
        _ name: String, _ moment: Instant, knownAt: Instant, in transaction: any Transaction
    ) throws -> PublishedAgreement? {
        let found = try transaction.first(
            """
            SELECT hash, valid_from, recorded_at, text
            FROM agreement_version
            WHERE name = \(name) AND valid_from <= \(moment) AND recorded_at <= \(knownAt)
            ORDER BY valid_from DESC, recorded_at DESC
            LIMIT 1
            """
        ) { row in try PublishedAgreement(&row, name) }
        return found.flatMap { $0.agreement.validity.holds(at: moment) ? $0 : nil }
    }

    /// A version by its hash; nil when no such text was published.
    public static func version(
        of name: String, hash: [UInt8], in transaction: any Transaction
    ) throws -> PublishedAgreement? {
        try transaction.first(
            """
            SELECT hash, valid_from, recorded_at, text
            FROM agreement_version
            WHERE name = \(name) AND hash = \(hash)
            """
        ) { row in try PublishedAgreement(&row, name) }
    }

    /// The versions of an agreement, the one that starts last first and a correction before what it corrects;
    /// at most ``versionLimit``.
    public static func versions(
        of name: String, in transaction: any Transaction
    ) throws -> [PublishedAgreement] {
        try transaction.rows(
            """
            SELECT hash, valid_from, recorded_at, text
            FROM agreement_version
            WHERE name = \(name)
            ORDER BY valid_from DESC, recorded_at DESC
            LIMIT \(versionLimit)
            """
        ) { row in try PublishedAgreement(&row, name) }
    }
}
