import CLibPQ
import SQL

/// The fixed numbers of PostgreSQL's built-in types (`pg_type.dat`).
enum TypeID {
    static let unspecified: Oid = 0
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let float8: Oid = 701
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700
    static let void: Oid = 2278
}

/// How a column's bytes are read.
enum ColumnType {
    case integer
    case bool
    case real
    case text
    case bytes
    case void

    init(_ type: Oid) throws(SQLError) {
        switch type {
        case TypeID.int8, TypeID.int4, TypeID.int2: self = .integer
        case TypeID.bool: self = .bool
        case TypeID.float8: self = .real
        case TypeID.text, TypeID.varchar, TypeID.name: self = .text
        case TypeID.bytea: self = .bytes
        case TypeID.void: self = .void
        case TypeID.numeric:
            throw .statement("a result is numeric, as of SUM over BIGINT; write CAST(… AS BIGINT)")
        default:
            throw .statement(
                "a result has the type with OID \(type), which both databases do not share; write a CAST")
        }
    }

    /// Reads one value in binary format.
    func value(_ bytes: UnsafeRawBufferPointer) -> Value {
        switch self {
        case .integer: .integer(signedInteger(bytes))
        case .bool: .integer(bytes.first == 1 ? 1 : 0)
        case .real: .real(Double(bitPattern: UInt64(bitPattern: signedInteger(bytes))))
        case .text: .text(String(decoding: bytes, as: UTF8.self))
        case .bytes: .bytes([UInt8](bytes))
        case .void: .null
        }
    }
}

/// A big-endian two's complement integer of two, four or eight bytes.
private func signedInteger(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    guard let first = bytes.first else { return 0 }
    return bytes.dropFirst().reduce(Int64(Int8(bitPattern: first))) { $0 << 8 | Int64($1) }
}
