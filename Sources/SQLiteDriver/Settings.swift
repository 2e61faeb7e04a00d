import SQL

/// How connections are set up, and why so.
enum Settings {
    /// Only the moments at which SQLite itself locks (recovery, the end of a checkpoint) make one wait: the
    /// process owns its folder.
    static let busySeconds = 5.0
    /// 64 MB of pages a connection, as negative kibibytes: the upper levels of the indexes of a large box
    /// stay in memory.
    static let cacheSize = -64 * 1024
    /// The file is read, not mapped. After each commit SQLite drops what a connection has mapped, so that
    /// with every look leaving a line in the log the faults of mapping anew cost more than copies do: a third
    /// of the time of the validation service at a million accounts.
    static let mappedBytes = 0
    /// After a spell of large acts the log is cut back to this: 64 MB.
    static let journalSizeLimit = 64 << 20

    /// For each connection. What is deleted is overwritten with zeroes: erased text leaves no trace in the
    /// file.
    static let every = """
        PRAGMA secure_delete = ON;
        PRAGMA cache_size = \(cacheSize);
        PRAGMA mmap_size = \(mappedBytes);
        PRAGMA temp_store = MEMORY;
        PRAGMA journal_size_limit = \(journalSizeLimit);
        """

    /// For the writer, after GRDB has made its pool: making it, GRDB sets `synchronous = NORMAL`, which does
    /// not sync at a commit. Checkpoints are ``Checkpoint``'s, which sees their errors where SQLite's own are
    /// dropped.
    static let durable = "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;"

    /// Reads back from the writer what its commits promise; a database that promises less is refused.
    static func check(_ writer: Connection) throws {
        let promises = [("synchronous", "2"), ("journal_mode", "wal"), ("foreign_keys", "1")]
        for (name, promised) in promises {
            let found = try writer.pragma(name) ?? "nothing"
            guard found == promised else {
                throw SQLError.wrongDatabase(
                    "SQLite runs with \(name) = \(found) where \(promised) was set; its acts could be lost"
                )
            }
        }
    }
}
