import GRDB
import GRDBSQLite

// Only this, as GRDB has types named Database, Statement, Row and SQL too.
import enum SQL.SQLError

/// GRDB's connections to one file: a writer and some readers, each on one thread at a time.
///
/// GRDB opens and sets them up, lends them, isolates views and keeps prepared statements; this is all the
/// rest sees of it.
struct Connections: Sendable {
    private let pool: DatabasePool

    /// Opens the file, makes the writer's commits durable and reads back that they are.
    init(path: String, readers: Int) throws {
        pool = try translatingErrors {
            try DatabasePool(path: path, configuration: Settings.configuration(readers: readers))
        }
        try write { writer in
            try writer.set(Settings.durable)
            try Settings.check(writer)
        }
    }

    /// Lends the writer, outside of any transaction.
    func write<Outcome>(_ use: (Connection) throws -> Outcome) rethrows -> Outcome {
        try pool.writeWithoutTransaction { database in try use(Connection(database)) }
    }

    /// Lends a reader within one snapshot; writing through it is an error.
    func read<Outcome>(_ use: (Connection) throws -> Outcome) throws -> Outcome {
        try translatingErrors {
            try pool.read { database in try use(Connection(database)) }
        }
    }

    func close() throws {
        try pool.close()
    }
}

/// One lent connection.
struct Connection {
    /// For calls of SQLite's C library.
    let handle: OpaquePointer
    private let database: Database

    fileprivate init(_ database: Database) {
        self.database = database
        guard let handle = database.sqliteConnection else {
            preconditionFailure("GRDB lends open connections only")
        }
        self.handle = handle
    }

    /// The statement of this text, prepared once per connection: texts are literals of the program, so they
    /// are few.
    func prepared(_ text: String) throws -> OpaquePointer {
        do {
            return try database.cachedStatement(sql: text).sqliteStatement
        } catch let error as DatabaseError {
            throw SQLiteFailure(error.extendedResultCode.rawValue, error.message)
        }
    }

    /// Runs one or more statements of the driver's own, without values.
    func set(_ pragmas: String) throws {
        try translatingErrors { try database.execute(sql: pragmas) }
    }

    /// The single value a pragma gives, as text.
    func pragma(_ name: String) throws -> String? {
        try translatingErrors { try String.fetchOne(database, sql: "PRAGMA \(name)") }
    }
}

extension Settings {
    fileprivate static func configuration(readers: Int) -> Configuration {
        var configuration = Configuration()
        configuration.maximumReaderCount = readers
        configuration.busyMode = .timeout(busySeconds)
        configuration.foreignKeysEnabled = true
        configuration.prepareDatabase { database in try Connection(database).set(every) }
        return configuration
    }
}

private func translatingErrors<Outcome>(_ body: () throws -> Outcome) throws -> Outcome {
    do {
        return try body()
    } catch let error as DatabaseError {
        throw SQLiteFailure(error.extendedResultCode.rawValue, error.message).error
    }
}
