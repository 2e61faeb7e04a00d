import CLibPQ
import SQL

/// An answer of the server, freed when nobody holds it.
final class PostgresResult {
    private let handle: OpaquePointer

    /// Takes over an answer; throws what it says when it is an error.
    init(_ answer: OpaquePointer?, of connection: PostgresConnection) throws {
        guard let answer else { throw PostgresFailure(of: connection.handle).error }
        switch PQresultStatus(answer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_SINGLE_TUPLE, PGRES_EMPTY_QUERY:
            handle = answer
        default:
            let failure = PostgresFailure(answer)
            PQclear(answer)
            if failure.isOutdatedPlan, connection.prepared.noteOutdated() {
                throw SQLError.contention
            }
            throw failure.error
        }
    }

    deinit {
        PQclear(handle)
    }

    var hasRow: Bool { PQntuples(handle) > 0 }

    /// The command the server says it ran, without its count.
    var command: String {
        String(String(cString: PQcmdStatus(handle)).prefix { $0 != " " })
    }

    /// The rows a statement changed; a `SELECT` changes none.
    var changedRows: Int {
        command == "SELECT" ? 0 : Int(String(cString: PQcmdTuples(handle))) ?? 0
    }

    func columnTypes() throws -> [ColumnType] {
        try (0..<PQnfields(handle)).map { try ColumnType(PQftype(handle, $0)) }
    }

    /// The values of the first row.
    func values(_ types: [ColumnType]) throws -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(types.count)
        for (index, type) in types.enumerated() {
            let column = Int32(index)
            if PQgetisnull(handle, 0, column) == 1 {
                values.append(.null)
            } else {
                let length = Int(PQgetlength(handle, 0, column))
                let bytes = UnsafeRawBufferPointer(start: PQgetvalue(handle, 0, column), count: length)
                values.append(type.value(bytes))
            }
        }
        return values
    }

    /// A value of a result in text format.
    func text(row: Int32, column: Int32) -> String {
        String(cString: PQgetvalue(handle, row, column))
    }
}
