/// What the two databases write differently. Everything else is the subset they share.
public enum Dialect: Sendable, CaseIterable {
    case sqlite
    case postgres
}

/// A word of a table definition that differs between the databases.
public enum Word: Sendable {
    /// 64-bit integer: counts, moments in microseconds, 0/1.
    case integer
    /// Text, compared byte by byte.
    case text
    /// Bytes: ids, sealed values, hashes.
    case bytes
    case real
    /// A primary key that the database counts itself, ever upward and never given out twice:
    /// `position \(.sequence)`.
    case sequence
    /// Ends a `CREATE TABLE (…)`: SQLite checks types only when told to.
    case strict
    /// Ends a `CREATE TABLE (…)` whose rows are stored in the order of their primary key, where the database
    /// can.
    case keyed

    func spelled(in dialect: Dialect) -> String {
        switch (self, dialect) {
        case (.integer, .sqlite): "INTEGER"
        case (.integer, .postgres): "BIGINT"
        case (.text, .sqlite): "TEXT"
        case (.text, .postgres): "TEXT COLLATE \"C\""
        case (.bytes, .sqlite): "BLOB"
        case (.bytes, .postgres): "BYTEA"
        case (.real, .sqlite): "REAL"
        case (.real, .postgres): "DOUBLE PRECISION"
        case (.sequence, .sqlite): "INTEGER PRIMARY KEY AUTOINCREMENT"
        case (.sequence, .postgres): "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
        case (.strict, .sqlite): "STRICT"
        case (.keyed, .sqlite): "STRICT, WITHOUT ROWID"
        case (.strict, .postgres), (.keyed, .postgres): ""
        }
    }
}

/// A statement that defines tables or indexes, written once for both databases: `"CREATE TABLE t (id
/// \(.bytes) …) \(.strict)"`.
public struct Definition: Sendable, ExpressibleByStringInterpolation {
    private let pieces: [Piece]

    fileprivate enum Piece: Sendable {
        case literal(String)
        case word(Word)
    }

    public init(stringLiteral text: String) {
        pieces = [.literal(text)]
    }

    public init(stringInterpolation parts: Parts) {
        pieces = parts.pieces
    }

    /// The definition as the given database reads it.
    public func text(for dialect: Dialect) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .word(let word): word.spelled(in: dialect)
            }
        }.joined()
    }

    public struct Parts: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            pieces.append(.literal(literal))
        }

        public mutating func appendInterpolation(_ word: Word) {
            pieces.append(.word(word))
        }
    }
}
