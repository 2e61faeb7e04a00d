import GRDBSQLite
import SQL

extension SQLiteFailure {
    /// Which constraint refused, under the name PostgreSQL gives it; nil when it is none of those both know.
    func constraint(on connection: Connection) -> SQLError.Constraint? {
        let subject = message.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? ""
        switch code >> 8 {
        case Extended.primaryKey, Extended.rowID:
            return .init(kind: .unique, name: table(of: subject) + "_pkey")
        case Extended.unique:
            return .init(kind: .unique, name: uniqueIndex(on: connection, subject: subject))
        case Extended.check:
            return .init(kind: .check, name: subject)
        case Extended.notNull:
            return .init(kind: .notNull, name: subject)
        case Extended.foreignKey:
            return .init(kind: .foreignKey, name: nil)
        default:
            return nil
        }
    }

    /// The name of the unique index that SQLite only describes: `table.column, table.column`, or `index
    /// 'name'`.
    private func uniqueIndex(on connection: Connection, subject: String) -> String {
        if subject.hasPrefix("index '") {
            return String(subject.dropFirst("index '".count).dropLast())
        }
        let table = table(of: subject)
        let columns = subject.split(separator: ", ").map { String($0.dropFirst(table.count + 1)) }
        do {
            for index in try uniqueIndexes(of: table, on: connection) where index.columns == columns {
                return switch index.origin {
                case "c": index.name
                case "pk": table + "_pkey"
                default: ([table] + columns + ["key"]).joined(separator: "_")
                }
            }
        } catch {
            // The act has failed already; without the schema its description is the best name there is.
            return subject
        }
        return subject
    }

    private func uniqueIndexes(
        of table: String, on connection: Connection
    ) throws -> [(name: String, origin: String, columns: [String])] {
        let columns = try SQLiteTransaction(connection).rows(
            """
            SELECT list.name, list.origin, info.name
            FROM pragma_index_list(\(table)) AS list, pragma_index_info(list.name) AS info
            WHERE list."unique" = 1
            ORDER BY list.seq DESC, info.seqno
            """
        ) { row in
            (try row.next(String.self), try row.next(String.self), try row.next(String?.self))
        }
        var indexes: [(name: String, origin: String, columns: [String])] = []
        for (name, origin, column) in columns {
            // An index on an expression has no column name; SQLite then names the index itself.
            let column = column ?? "(expression)"
            if indexes.last?.name == name {
                indexes[indexes.count - 1].columns.append(column)
            } else {
                indexes.append((name, origin, [column]))
            }
        }
        return indexes
    }

    private func table(of subject: String) -> String {
        String(subject.prefix { $0 != "." })
    }
}

/// The numbers of SQLite's constraint errors (`SQLITE_CONSTRAINT_…` in sqlite3.h, macros that Swift does not
/// import).
private enum Extended {
    static let check: Int32 = 1
    static let foreignKey: Int32 = 3
    static let notNull: Int32 = 5
    static let primaryKey: Int32 = 6
    static let unique: Int32 = 8
    static let rowID: Int32 = 10
}
