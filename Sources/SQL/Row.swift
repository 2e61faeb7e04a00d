/// One row of a result, read from left to right in the order of the `SELECT`.
///
/// Reading in order keeps the statement and its reading side by side: `Person(id: try row.next(), name: try
/// row.next())`.
public struct Row: Sendable {
    private let values: [Value]
    private var position = 0

    public init(_ values: [Value]) {
        self.values = values
    }

    /// The next column as the type the caller asks for.
    public mutating func next<Column: Storable>(_ type: Column.Type = Column.self) throws(SQLError) -> Column
    {
        guard position < values.count else {
            throw .unreadable(column: position + 1, expected: "\(Column.self)", found: "no such column")
        }
        defer { position += 1 }
        guard let column = Column(value: values[position]) else {
            throw .unreadable(column: position + 1, expected: "\(Column.self)", found: values[position].kind)
        }
        return column
    }
}

extension Value {
    /// The kind of value, never the value itself: what is stored may be personal.
    var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "an integer"
        case .real: "a real number"
        case .text: "text"
        case .bytes: "bytes"
        }
    }
}
