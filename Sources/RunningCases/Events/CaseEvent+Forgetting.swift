public import CivilTime
public import SQL

extension CaseEvent {
    /// No transaction holds the writer long.
    private static let partLimit = 500

    /// Forgets that events came before a moment. One that comes again after that is judged like a new
    /// one: by its own time it is then outdated, and changes nothing.
    public static func forget(before: Instant, in database: any Database) async throws {
        while try await forgetPart(before: before, in: database) == partLimit {}
    }

    private static func forgetPart(before: Instant, in database: any Database) async throws -> Int {
        try await database.write { transaction in
            try transaction.run(
                """
                DELETE FROM case_event
                WHERE (organisation_id, source, event_id) IN (
                  SELECT organisation_id, source, event_id FROM case_event
                  WHERE received_at < \(before)
                  ORDER BY received_at
                  LIMIT \(partLimit)
                )
                """)
        }
    }
}
