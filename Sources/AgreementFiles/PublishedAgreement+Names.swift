public import SQL

extension PublishedAgreement {
    /// The names of the agreements that have been published, in order.
    public static func names(in transaction: any Transaction) throws -> [String] {
        try transaction.rows("SELECT DISTINCT name FROM agreement_version ORDER BY name LIMIT 1000") { row in
            try row.next()
        }
    }
}
