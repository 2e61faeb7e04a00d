import CLibPQ
import SQL

/// The values of a statement in PostgreSQL's binary format, laid behind one another.
struct Parameters {
    private(set) var types: [Oid] = []
    private var bytes: [UInt8] = []
    private var starts: [Int?] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []

    init(_ values: [Value]) throws(SQLError) {
        for value in values {
            try append(value)
        }
    }

    private mutating func append(_ value: Value) throws(SQLError) {
        let start = bytes.count
        switch value {
        case .null:
            // Without a type the server takes that of the place where the parameter stands.
            add(type: TypeID.unspecified, start: nil, length: 0)
            return
        case .integer(let integer):
            appendBigEndian(UInt64(bitPattern: integer))
            types.append(TypeID.int8)
        case .real(let real):
            appendBigEndian(real.bitPattern)
            types.append(TypeID.float8)
        case .bytes(let stored):
            bytes.append(contentsOf: stored)
            types.append(TypeID.bytea)
        case .text(let text):
            bytes.append(contentsOf: text.utf8)
            if bytes[start...].contains(0) { throw .zeroCharacter }
            types.append(TypeID.text)
        }
        starts.append(start)
        lengths.append(Int32(bytes.count - start))
        formats.append(binaryFormat)
    }

    private mutating func add(type: Oid, start: Int?, length: Int32) {
        types.append(type)
        starts.append(start)
        lengths.append(length)
        formats.append(binaryFormat)
    }

    private mutating func appendBigEndian(_ bits: UInt64) {
        withUnsafeBytes(of: bits.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// Lends the values as libpq asks for them: count, addresses, lengths and formats.
    func withPointers<Outcome>(
        _ use: (Int32, [UnsafePointer<CChar>?], [Int32], [Int32]) throws -> Outcome
    ) rethrows -> Outcome {
        // One byte more, so that an empty value has an address too: none would mean NULL.
        try (bytes + [0]).withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let addresses = starts.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return try use(Int32(types.count), addresses, lengths, formats)
        }
    }
}

/// Binary, for values and results alike (libpq's 1; 0 is text).
let binaryFormat: Int32 = 1
