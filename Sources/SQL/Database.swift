/// One transaction: what an act reads and writes, all or nothing.
///
/// Two production conformers: SQLite and PostgreSQL. A transaction is used on the thread that lends it,
/// within the closure that receives it, and never kept.
///
/// **A statement that throws ends its act.** PostgreSQL takes nothing more in such a transaction, so both
/// databases refuse later statements, and the act is undone even if it catches the error and returns. To find
/// out whether a row is there, ask for it or write `ON CONFLICT DO NOTHING`; do not try and catch. The same
/// holds for an error thrown by a visitor, and for a statement run within a visitor: gather the rows first.
public protocol Transaction {
    var dialect: Dialect { get }

    /// Runs a statement for its effect and gives the number of rows it changed.
    @discardableResult
    func run(_ statement: Statement) throws -> Int

    /// Visits the rows of a result one by one, in order, without gathering them; works for results larger
    /// than memory.
    func visit(_ statement: Statement, _ visitor: (inout Row) throws -> Void) throws
}

extension Transaction {
    /// All rows of a bounded result. Give the statement a `LIMIT` unless its rows are few by nature.
    public func rows<Element>(
        _ statement: Statement, _ read: (inout Row) throws -> Element
    ) throws -> [Element] {
        var elements: [Element] = []
        try visit(statement) { row in elements.append(try read(&row)) }
        return elements
    }

    /// The first row, or nil where there is none.
    public func first<Element>(
        _ statement: Statement, _ read: (inout Row) throws -> Element
    ) throws -> Element? {
        try rows(statement, read).first
    }

    /// The single column of the first row, or nil where there is no row.
    public func value<Column: Storable>(
        _ statement: Statement, as type: Column.Type = Column.self
    ) throws -> Column? {
        try first(statement) { row in try row.next() }
    }
}

/// A database, whichever it is. Acts are synchronous closures that may be run again: they touch nothing but
/// the transaction and their own values, and give their outcome as the result.
public protocol Database: Sendable {
    var dialect: Dialect { get }

    /// Runs an act; returns after its changes are on disk. Serializable, with bounded retries; an error
    /// thrown by the act undoes it and it alone.
    @discardableResult
    func write<Outcome: Sendable>(
        _ act: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome

    /// Runs a view on one consistent state of the database; writing in it is an error.
    func read<Outcome: Sendable>(
        _ view: @escaping @Sendable (any Transaction) throws -> Outcome
    ) async throws -> Outcome

    /// Waits for running acts and lets go of the database.
    func close() async
}
