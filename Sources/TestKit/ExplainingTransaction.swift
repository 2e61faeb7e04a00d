public import SQL

/// Answers every statement from the real database, and keeps how the database would look for the rows.
///
/// PostgreSQL is asked as if reading a whole table were dear: tables of tests are so small that it would read
/// them whole. What still reads one whole has no index to go by. Lend it the transaction of a write.
public final class ExplainingTransaction: Transaction {
    private let inner: any Transaction
    public private(set) var plans: [[String]] = []
    public var dialect: Dialect { inner.dialect }

    public init(_ inner: any Transaction) throws {
        self.inner = inner
        if inner.dialect == .postgres { try inner.run("SET LOCAL enable_seqscan = off") }
    }

    public func run(_ statement: Statement) throws -> Int { try inner.run(statement) }

    public func visit(_ statement: Statement, _ visitor: (inout Row) throws -> Void) throws {
        var text = statement.text
        for (index, bind) in statement.binds.enumerated().reversed() {
            text = text.replacing("$\(index + 1)", with: literal(bind))
        }
        let plan = try inner.rows(Statement(stringLiteral: explaining + text)) { row in
            if dialect == .sqlite { _ = try (row.next(Int.self), row.next(Int.self), row.next(Int.self)) }
            return try row.next(String.self)
        }
        plans.append(plan)
        try inner.visit(statement, visitor)
    }

    /// The steps that read a table, or an index, from one end to the other.
    public var wholeReads: [String] {
        plans.joined().filter { $0.hasPrefix("SCAN") || $0.contains("Seq Scan") }
    }

    private var explaining: String {
        dialect == .sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN (COSTS OFF) "
    }

    private func literal(_ value: Value) -> String {
        switch value {
        case .null: return "NULL"
        case .integer(let integer): return "\(integer)"
        case .real(let real): return "\(real)"
        case .text(let text): return "'\(text)'"
        case .bytes(let bytes):
            let digits = bytes.map { byte in
                String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }.joined()
            return dialect == .sqlite ? "X'\(digits)'" : "'\\x\(digits)'"
        }
    }
}
