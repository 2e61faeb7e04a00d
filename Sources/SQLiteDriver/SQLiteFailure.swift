import GRDBSQLite
import SQL

/// What SQLite answered instead of a result: its extended code and its words, which name tables and never
/// hold values.
struct SQLiteFailure: Error {
    let code: Int32
    let message: String
    /// The commit itself failed.
    var isFailedCommit = false

    init(_ code: Int32, _ message: String?) {
        self.code = code
        self.message = message ?? "no reason given"
    }

    init(of connection: Connection) {
        code = sqlite3_extended_errcode(connection.handle)
        message = String(cString: sqlite3_errmsg(connection.handle))
    }

    private var primaryCode: Int32 { code & 0xff }

    /// True when the disk did not confirm: a sync failed, or a commit for any reason but two. A full disk
    /// left the commit record unwritten, and a deferred constraint refused before anything was written.
    var isFailedSync: Bool {
        if code == failedSync || code == failedFolderSync { return true }
        return isFailedCommit && primaryCode != SQLITE_FULL && primaryCode != SQLITE_CONSTRAINT
    }

    /// The error as both databases tell it.
    func error(on connection: Connection) -> SQLError {
        if primaryCode == SQLITE_CONSTRAINT, let constraint = constraint(on: connection) {
            return .constraint(constraint)
        }
        return error
    }

    /// The error where it cannot be one of the schema.
    var error: SQLError {
        switch primaryCode {
        case SQLITE_READONLY: .writeInView
        case SQLITE_FULL: .unavailable("the disk is full")
        case SQLITE_BUSY, SQLITE_LOCKED: .unavailable("another process holds it")
        case SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_NOMEM, SQLITE_PERM, SQLITE_INTERRUPT:
            .unavailable("\(message) (SQLite \(code))")
        case SQLITE_CORRUPT, SQLITE_NOTADB: .wrongDatabase("the database file is damaged: \(message)")
        default: .statement("\(message) (SQLite \(code))")
        }
    }
}

// SQLite's extended codes are macros with a shift, which Swift does not import: the first byte is the kind of
// error, the second its number (sqlite3.h).
private let failedSync = SQLITE_IOERR | 4 << 8
private let failedFolderSync = SQLITE_IOERR | 5 << 8
