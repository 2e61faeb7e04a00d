import Agreements
import CivilTime
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct PlanTests {
    @Test func `evidence over a month reads index ranges, never a whole table`() async throws {
        try await withDatabase(.sqlite, Facts.schema) { database in
            let evidence = MessageBoxEvidence(
                over: Agreed.october.interval, terms: [:], asOf: moment("2026-11-10T00:00:00Z"))
            let plans = try await database.read { transaction in
                let explaining = Explaining(transaction)
                _ = try evidence.gather(in: explaining)
                return explaining.plans
            }
            #expect(plans.count >= 10)
            for plan in plans {
                let scans = plan.filter { $0.hasPrefix("SCAN") && $0 != "SCAN handled" && $0 != "SCAN told" }
                #expect(scans.isEmpty, "\(plan)")
            }
        }
    }
}

/// Answers every statement from the real database, and keeps its plan.
private final class Explaining: Transaction {
    private let inner: any Transaction
    private(set) var plans: [[String]] = []
    let dialect = Dialect.sqlite

    init(_ inner: any Transaction) { self.inner = inner }

    func run(_ statement: Statement) throws -> Int { try inner.run(statement) }

    func visit(_ statement: Statement, _ visitor: (inout Row) throws -> Void) throws {
        var text = statement.text
        for (index, bind) in statement.binds.enumerated().reversed() {
            text = text.replacing("$\(index + 1)", with: Self.literal(bind))
        }
        let plan = try inner.rows(Statement(stringLiteral: "EXPLAIN QUERY PLAN " + text)) { row in
            _ = try (row.next(Int.self), row.next(Int.self), row.next(Int.self))
            return try row.next(String.self)
        }
        plans.append(plan)
        try inner.visit(statement, visitor)
    }

    private static func literal(_ value: Value) -> String {
        switch value {
        case .integer(let integer): "\(integer)"
        case .text(let text): "'\(text)'"
        default: "NULL"
        }
    }
}
