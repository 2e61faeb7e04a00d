import SQL
import Sealing

/// An entry of the index: the first eight bytes of the subject's code and the line's id. Two subjects that
/// share eight bytes are told apart when the line itself is read.
enum SubjectIndex {
    /// Subjects are spread evenly over this many buckets; a reader reads one. More buckets make shorter
    /// entries and more rows per run.
    static let bucketCount = 4_096
    private static let codeStart = Pseudonym.byteCount - 32
    private static let codeByteCount = 8
    private static let idByteCount = 16
    private static let entryByteCount = codeByteCount + idByteCount

    static func bucket(of pseudonym: ArraySlice<UInt8>) -> Int {
        let first = pseudonym.startIndex + codeStart
        return (Int(pseudonym[first]) << 8 | Int(pseudonym[first + 1])) % bucketCount
    }

    static func append(
        _ pseudonym: ArraySlice<UInt8>, line: Identifier<ProcessingLine>, to entries: inout [UInt8]
    ) {
        entries += code(of: pseudonym)
        entries += line.bytes
    }

    /// The ids of the lines about a subject among the entries.
    static func lines(
        about pseudonym: ArraySlice<UInt8>, in entries: [UInt8]
    ) -> [Identifier<ProcessingLine>] {
        let code = Array(code(of: pseudonym))
        return stride(from: 0, to: entries.count, by: entryByteCount).compactMap { start in
            guard entries[start..<start + codeByteCount].elementsEqual(code) else { return nil }
            return Identifier(
                value: .bytes(Array(entries[(start + codeByteCount)..<(start + entryByteCount)])))
        }
    }

    private static func code(of pseudonym: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        pseudonym.dropFirst(codeStart).prefix(codeByteCount)
    }
}

/// Pseudonyms one after another in one column.
enum PackedSubjects {
    static func pack(_ pseudonyms: [Pseudonym]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(pseudonyms.count * Pseudonym.byteCount)
        for pseudonym in pseudonyms { bytes += pseudonym.bytes }
        return bytes
    }

    static func each(_ packed: [UInt8], _ body: (ArraySlice<UInt8>) -> Void) {
        for start in stride(from: 0, to: packed.count, by: Pseudonym.byteCount) {
            body(packed[start..<min(start + Pseudonym.byteCount, packed.count)])
        }
    }

    static func contain(_ packed: [UInt8], anyOf pseudonyms: [Pseudonym]) -> Bool {
        stride(from: 0, to: packed.count, by: Pseudonym.byteCount).contains { start in
            let subject = packed[start..<min(start + Pseudonym.byteCount, packed.count)]
            return pseudonyms.contains { subject.elementsEqual($0.bytes) }
        }
    }
}
