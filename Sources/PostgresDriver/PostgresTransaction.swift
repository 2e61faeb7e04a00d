import CLibPQ
import SQL

/// An act or a view on one connection of PostgreSQL.
final class PostgresTransaction: Transaction {
    enum Kind {
        case act
        /// One snapshot, read-only, and not SERIALIZABLE: a view decides nothing (decisions are made in
        /// acts), so it need not leave traces for the detection of conflicts, nor be run again because of
        /// one.
        case view

        var opening: String {
            switch self {
            case .act: "BEGIN ISOLATION LEVEL SERIALIZABLE READ WRITE"
            case .view: "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
            }
        }
    }

    let course = ActGuard()
    private let connection: PostgresConnection

    var dialect: Dialect { .postgres }

    init(_ connection: PostgresConnection, _ kind: Kind) {
        self.connection = connection
    }

    @discardableResult
    func run(_ statement: Statement) throws -> Int {
        try course.statement {
            let parameters = try Parameters(statement.binds)
            let name = try connection.prepare(statement.text, parameters.types)
            let result = try parameters.withPointers { count, values, lengths, formats in
                try PostgresResult(
                    PQexecPrepared(connection.handle, name, count, values, lengths, formats, binaryFormat),
                    of: connection)
            }
            return result.changedRows
        }
    }

    func visit(_ statement: Statement, _ visitor: (inout Row) throws -> Void) throws {
        try course.statement {
            let parameters = try Parameters(statement.binds)
            let name = try connection.prepare(statement.text, parameters.types)
            let sent = parameters.withPointers { count, values, lengths, formats in
                PQsendQueryPrepared(connection.handle, name, count, values, lengths, formats, binaryFormat)
            }
            guard sent == 1 else { throw PostgresFailure(of: connection.handle).error }
            // Row by row, as the result may be larger than memory.
            PQsetSingleRowMode(connection.handle)
            do {
                try receiveRows(visitor)
            } catch {
                connection.dropRemainingRows()
                throw error
            }
        }
    }

    private func receiveRows(_ visitor: (inout Row) throws -> Void) throws {
        var columns: [ColumnType]?
        while let received = PQgetResult(connection.handle) {
            let result = try PostgresResult(received, of: connection)
            guard result.hasRow else { continue }
            let types = try columns ?? result.columnTypes()
            columns = types
            var row = Row(try result.values(types))
            try visitor(&row)
        }
    }
}

extension PostgresConnection {
    /// Beyond this many rows closing the connection costs less than receiving what nobody reads.
    private static let droppedRowsLimit = 10_000

    /// Receives what is left of a result after its visitor threw, so that the transaction can be undone.
    func dropRemainingRows() {
        for _ in 0..<Self.droppedRowsLimit {
            guard let result = PQgetResult(handle) else { return }
            PQclear(result)
        }
        // A cancel could arrive late and strike the next statement: let the connection go instead.
        isAbandoned = true
    }
}
