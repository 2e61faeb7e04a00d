import GRDBSQLite
import SQL

/// An act or a view on one connection of SQLite.
///
/// GRDB owns the connections and keeps their statements; values are bound and read through SQLite's own
/// calls, which skips a copy into `Data` and back for all bytes and a boxed value for each column.
final class SQLiteTransaction: Transaction {
    let course = ActGuard()
    /// What SQLite answered to the statement that failed, for the group that the act is in.
    private(set) var lastFailure: SQLiteFailure?
    private let connection: Connection

    var dialect: Dialect { .sqlite }

    init(_ connection: Connection) {
        self.connection = connection
    }

    @discardableResult
    func run(_ statement: Statement) throws -> Int {
        try course.statement {
            let before = sqlite3_total_changes64(connection.handle)
            try step(statement) { _ in }
            // SQLite keeps the count of the last change; a statement that changed nothing must not show it.
            let after = sqlite3_total_changes64(connection.handle)
            return after == before ? 0 : Int(sqlite3_changes64(connection.handle))
        }
    }

    func visit(_ statement: Statement, _ visitor: (inout Row) throws -> Void) throws {
        try course.statement {
            try step(statement) { prepared in
                var row = prepared.row()
                try visitor(&row)
            }
        }
    }

    private func step(_ statement: Statement, _ visitRow: (BoundStatement) throws -> Void) throws {
        do {
            let prepared = try BoundStatement(statement, on: connection)
            defer { prepared.reset() }
            while try prepared.step(on: connection) {
                try visitRow(prepared)
            }
        } catch let failure as SQLiteFailure {
            lastFailure = failure
            throw failure.error(on: connection)
        }
    }
}
