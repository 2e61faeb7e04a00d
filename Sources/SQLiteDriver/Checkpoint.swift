import GRDBSQLite

/// Moves synced pages from the log into the database file, between groups, when enough have gathered.
///
/// SQLite's own automatic checkpoint runs within a commit, so that callers wait for it, and drops its errors.
struct Checkpoint {
    /// 16 MB of pages of 4 kB: large enough that pages written often are moved once, small enough to take
    /// a part of a second.
    static let pagesBetween = 4_000
    /// A log of 256 MB means that views have always held a part of it: then, and only then, wait for them.
    static let pagesBeforeWaiting: Int32 = 64_000

    private var pagesWaiting = 0

    /// Runs when due; gives the reason when the disk did not confirm it.
    mutating func runIfDue(_ writer: Connection) -> String? {
        pagesWaiting += pagesWritten(writer)
        guard pagesWaiting >= Self.pagesBetween else { return nil }
        pagesWaiting = 0
        var pagesInLog: Int32 = 0
        var code = sqlite3_wal_checkpoint_v2(
            writer.handle, "main", SQLITE_CHECKPOINT_PASSIVE, &pagesInLog, nil)
        if code == SQLITE_OK, pagesInLog > Self.pagesBeforeWaiting {
            code = sqlite3_wal_checkpoint_v2(
                writer.handle, "main", SQLITE_CHECKPOINT_RESTART, nil, nil)
        }
        // Any other failure loses nothing: the pages stay in the log, and the next checkpoint moves them.
        guard code != SQLITE_OK else { return nil }
        let failure = SQLiteFailure(of: writer)
        return failure.isFailedSync ? failure.message : nil
    }

    /// The pages the writer has written since this was last asked.
    private func pagesWritten(_ writer: Connection) -> Int {
        var count: Int32 = 0
        var highest: Int32 = 0
        let reset: Int32 = 1
        sqlite3_db_status(writer.handle, SQLITE_DBSTATUS_CACHE_WRITE, &count, &highest, reset)
        return Int(count)
    }
}
