import SQL
import Testing

@Suite struct RowTests {
    private enum Colour: String, Storable { case red, blue }

    @Test func `columns are read in order as the types asked for`() throws {
        var row = Row([
            .integer(3), .text("drie"), .null, .real(0.5), .bytes([1]), .integer(1), .text("blue"),
        ])
        #expect(try row.next(Int.self) == 3)
        #expect(try row.next(String.self) == "drie")
        #expect(try row.next(Int?.self) == nil)
        #expect(try row.next(Double.self) == 0.5)
        #expect(try row.next([UInt8].self) == [1])
        #expect(try row.next(Bool.self))
        #expect(try row.next(Colour.self) == .blue)
    }

    @Test func `a wrong type is told by its column and kind, without its value`() throws {
        var row = Row([.integer(1), .text("secret")])
        #expect(try row.next(Int.self) == 1)
        #expect(throws: SQLError.unreadable(column: 2, expected: "Int", found: "text")) {
            try row.next(Int.self)
        }
    }

    @Test func `an unknown case is an error and not a default`() {
        var row = Row([.text("green")])
        #expect(throws: SQLError.unreadable(column: 1, expected: "Colour", found: "text")) {
            try row.next(Colour.self)
        }
    }

    @Test func `a column beyond the last is told`() {
        var row = Row([])
        #expect(throws: SQLError.unreadable(column: 1, expected: "Int", found: "no such column")) {
            try row.next(Int.self)
        }
    }
}
