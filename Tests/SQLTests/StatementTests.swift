import SQL
import Testing

@Suite struct StatementTests {
    @Test func `interpolation binds a value and never makes it text`() {
        let name = "Robert'); DROP TABLE person; --"
        let statement: Statement = "SELECT id FROM person WHERE name = \(name) AND age > \(12)"
        #expect(statement.text == "SELECT id FROM person WHERE name = $1 AND age > $2")
        #expect(statement.binds == [.text(name), .integer(12)])
    }

    @Test func `nil is bound as NULL`() {
        let statement: Statement = "UPDATE person SET name = \(String?.none)"
        #expect(statement.binds == [.null])
    }

    @Test func `a list is filled up to a power of two with its last item`() {
        let statement: Statement = "SELECT 1 WHERE 1 IN (\(list: [7, 8, 9]))"
        #expect(statement.text == "SELECT 1 WHERE 1 IN ($1, $2, $3, $4)")
        #expect(statement.binds == [.integer(7), .integer(8), .integer(9), .integer(9)])
    }

    @Test func `an empty list matches nothing`() {
        let statement: Statement = "SELECT 1 WHERE 1 IN (\(list: [Int]()))"
        #expect(statement.text == "SELECT 1 WHERE 1 IN (NULL)")
        #expect(statement.binds.isEmpty)
    }

    @Test(arguments: [
        (Dialect.sqlite, "INTEGER PRIMARY KEY AUTOINCREMENT"),
        (.postgres, "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"),
    ])
    func `a sequence is spelled as each database counts`(dialect: Dialect, spelled: String) {
        let definition: Definition = "CREATE TABLE t (position \(.sequence))"
        #expect(definition.text(for: dialect) == "CREATE TABLE t (position \(spelled))")
    }
}
