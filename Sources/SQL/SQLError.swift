/// What a database can answer instead of a result. Neither values nor statements are in the texts: both may
/// be personal.
public enum SQLError: Error, Equatable, Sendable {
    /// A constraint of the schema refused the act.
    case constraint(Constraint)
    /// A column held something else than the reader asked for: a defect of the program or a damaged database.
    case unreadable(column: Int, expected: String, found: String)
    /// Text held U+0000, which PostgreSQL cannot store; it is refused at both, before the statement runs.
    case zeroCharacter
    /// Two acts stood in each other's way more often than the retry limit allows. The caller may try again
    /// later.
    case contention
    /// The database cannot be reached or has no free connection in time. The caller may try again later.
    case unavailable(String)
    /// The database refused the statement: a defect of the program.
    case statement(String)
    /// The data folder or database belongs to something else (another environment, another program's schema).
    case wrongDatabase(String)

    /// A view tried to change the database.
    public static let writeInView = SQLError.statement("a view reads only; write in an act")

    public struct Constraint: Equatable, Sendable {
        public enum Kind: Sendable { case unique, check, notNull, foreignKey }
        public let kind: Kind
        /// The name in the schema, the same on both databases: of the unique index, `<table>_<column>_key`
        /// for a UNIQUE within the table definition, `<table>_pkey` for a primary key, of the CHECK,
        /// `table.column` for NOT NULL; nil for a foreign key, as SQLite does not say which.
        ///
        /// SQLite forgets the name in `CONSTRAINT x UNIQUE (…)`: where an act must tell which, write `CREATE
        /// UNIQUE INDEX`.
        public let name: String?

        public init(kind: Kind, name: String?) {
            self.kind = kind
            self.name = name
        }
    }
}

extension SQLError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .constraint(let constraint):
            "the schema refused the act: \(constraint.kind) \(constraint.name ?? "(unnamed)")"
        case .unreadable(let column, let expected, let found):
            "column \(column) holds \(found) where \(expected) was expected"
        case .zeroCharacter:
            "text with the character U+0000 cannot be stored"
        case .contention:
            "the act met others in its way too often; try again"
        case .unavailable(let reason):
            "the database is not available: \(reason)"
        case .statement(let reason):
            "the database refused a statement: \(reason)"
        case .wrongDatabase(let reason):
            reason
        }
    }
}
