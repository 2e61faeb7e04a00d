import GRDBSQLite
import SQL

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A prepared statement with its values, between binding and reset.
struct BoundStatement {
    private let handle: OpaquePointer

    /// Takes the prepared statement from the connection's cache and binds the values by position: `$1`, `$2`,
    /// … are named parameters to SQLite, numbered in the order in which they first appear, which is their
    /// order.
    init(_ statement: Statement, on connection: Connection) throws {
        handle = try connection.prepared(statement.text)
        guard Int(sqlite3_bind_parameter_count(handle)) == statement.binds.count else {
            throw SQLError.statement("it has another number of parameters than values")
        }
        for (index, value) in statement.binds.enumerated() {
            let code = try bind(value, at: Int32(index + 1))
            guard code == SQLITE_OK else { throw SQLiteFailure(of: connection) }
        }
    }

    /// True when there is a row to read, false when the statement is done.
    func step(on connection: Connection) throws -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: true
        case SQLITE_DONE: false
        default: throw SQLiteFailure(of: connection)
        }
    }

    func row() -> Row {
        let count = sqlite3_column_count(handle)
        var values: [Value] = []
        values.reserveCapacity(Int(count))
        for column in 0..<count { values.append(value(at: column)) }
        return Row(values)
    }

    /// Frees the values: SQLite reads them in place, and they may be large or personal.
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    private func bind(_ value: Value, at index: Int32) throws(SQLError) -> Int32 {
        switch value {
        case .null:
            return sqlite3_bind_null(handle, index)
        case .integer(let integer):
            return sqlite3_bind_int64(handle, index, integer)
        case .real(let real):
            return sqlite3_bind_double(handle, index, real)
        case .bytes(let bytes):
            return bytes.withUnsafeBytes { buffer in
                guard let start = buffer.baseAddress, !buffer.isEmpty else {
                    return sqlite3_bind_zeroblob(handle, index, 0)
                }
                return sqlite3_bind_blob64(handle, index, start, UInt64(buffer.count), copied)
            }
        case .text(var text):
            let code: Int32? = text.withUTF8 { buffer in
                guard let start = buffer.baseAddress else {
                    return sqlite3_bind_text(handle, index, "", 0, copied)
                }
                if memchr(start, 0, buffer.count) != nil { return nil }
                return start.withMemoryRebound(to: CChar.self, capacity: buffer.count) { characters in
                    sqlite3_bind_text64(
                        handle, index, characters, UInt64(buffer.count), copied, UInt8(SQLITE_UTF8))
                }
            }
            guard let code else { throw .zeroCharacter }
            return code
        }
    }

    private func value(at column: Int32) -> Value {
        switch sqlite3_column_type(handle, column) {
        case SQLITE_INTEGER:
            return .integer(sqlite3_column_int64(handle, column))
        case SQLITE_FLOAT:
            return .real(sqlite3_column_double(handle, column))
        case SQLITE_TEXT:
            guard let start = sqlite3_column_text(handle, column) else { return .text("") }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .text(String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self))
        case SQLITE_BLOB:
            guard let start = sqlite3_column_blob(handle, column) else { return .bytes([]) }
            let count = Int(sqlite3_column_bytes(handle, column))
            return .bytes([UInt8](UnsafeRawBufferPointer(start: start, count: count)))
        default:
            return .null
        }
    }
}

/// Tells SQLite to copy a value while it is bound (`SQLITE_TRANSIENT`, a macro that Swift does not import).
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
