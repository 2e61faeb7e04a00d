import CivilTime
import Identity
import SQL
import Sealing

/// The words of some messages of one box, sealed together under the key of its owner.
///
/// Each entry holds the id of the message, its moment of publication, and its words with a line end before
/// and behind each. So a word is found by its line ends, and the beginning of one by the first of them.
struct SearchPart: Sendable {
    /// So many that a box of ten thousand is forty rows, and one is small enough to write anew.
    static let entryLimit = 250

    let number: Int64
    private(set) var entries: [Entry]

    struct Entry: Sendable {
        let id: Message.ID
        let publishedAt: Instant
        let words: [UInt8]
    }

    init(number: Int64, entries: [Entry] = []) {
        self.number = number
        self.entries = entries
    }

    mutating func add(_ entry: Entry) {
        entries.append(entry)
    }

    mutating func remove(_ ids: Set<Message.ID>) {
        entries.removeAll { ids.contains($0.id) }
    }
}

extension SearchPart.Entry {
    init(_ id: Message.ID, publishedAt: Instant, texts: [String]) {
        self.id = id
        self.publishedAt = publishedAt
        var lines: [UInt8] = [SearchPart.lineEnd]
        for word in SearchWords.words(in: texts.joined(separator: "\n")) {
            lines += word
            lines.append(SearchPart.lineEnd)
        }
        words = lines
    }
}

// As bytes: of each entry the id (16), the moment (8), the number of bytes of its words (4), the words.
extension SearchPart {
    static let lineEnd = UInt8(ascii: "\n")
    private static let headBytes = 28

    func sealed(of person: Person.ID, with key: DataKey) -> [UInt8] {
        var bytes: [UInt8] = []
        for entry in entries {
            bytes += entry.id.bytes
            bytes += SealContext.bigEndian(entry.publishedAt.microseconds)
            bytes += SealContext.bigEndian(Int64(entry.words.count)).suffix(4)
            bytes += entry.words
        }
        return key.seal(bytes, for: .searchPart(person, number))
    }

    init(number: Int64, sealed: [UInt8], of person: Person.ID, with key: DataKey) throws {
        let bytes = try key.open(sealed, for: .searchPart(person, number))
        var entries: [Entry] = []
        var position = 0
        while position + Self.headBytes <= bytes.count {
            let head = bytes[position..<position + Self.headBytes]
            let start = position + Self.headBytes
            let moment = Self.number(head.dropFirst(16).prefix(8))
            let end = start + Int(Self.number(head.suffix(4)))
            guard let id = Message.ID(value: .bytes(Array(head.prefix(16)))), end <= bytes.count else {
                throw SealingError.damaged
            }
            entries.append(
                Entry(id: id, publishedAt: Instant(microseconds: moment), words: Array(bytes[start..<end])))
            position = end
        }
        self.init(number: number, entries: entries)
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int64 {
        bytes.reduce(0) { $0 << 8 | Int64($1) }
    }
}

extension SealContext {
    fileprivate static func searchPart(_ person: Person.ID, _ number: Int64) -> SealContext {
        SealContext(purpose: "search.part", id: person.bytes + bigEndian(number))
    }
}
