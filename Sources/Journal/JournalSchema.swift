public import SQL

/// The tables of the journal: who did what (audit trail), and whose personal data was processed for what
/// (processing log). They have readers and retention of their own.
public enum JournalSchema {
    public static let migrations = [
        Migration("journal 0001", auditTrail + processingLog)
    ]

    private static let auditTrail: [Definition] = [
        """
        CREATE TABLE audit_entry (
          id \(.bytes) NOT NULL PRIMARY KEY,
          at \(.integer) NOT NULL,
          actor_kind \(.text) NOT NULL,
          actor_id \(.text) NOT NULL,
          actor_name \(.text) NOT NULL,
          act \(.text) NOT NULL,
          object_kind \(.text) NOT NULL,
          object_id \(.text) NOT NULL,
          detail \(.text) NOT NULL,
          trace_id \(.text)
        ) \(.strict)
        """,
        "CREATE INDEX audit_entry_by_object ON audit_entry (object_kind, object_id, id)",
        "CREATE INDEX audit_entry_by_actor ON audit_entry (actor_kind, actor_id, id)",
    ]

    /// An index with a row per subject slows down as it grows (each subject is elsewhere in it). So lines are
    /// only appended, their subjects in one column, and indexed later by the thousand in runs, spread over
    /// buckets of subjects.
    private static let processingLog: [Definition] = [
        """
        CREATE TABLE processing_line (
          id \(.bytes) NOT NULL PRIMARY KEY,
          at \(.integer) NOT NULL,
          activity \(.text) NOT NULL,
          organisation \(.text),
          purpose \(.text) NOT NULL,
          outcome \(.integer) NOT NULL,
          trace_id \(.text),
          everyone \(.integer) NOT NULL,
          subject_count \(.integer) NOT NULL,
          subjects \(.bytes) NOT NULL,
          CONSTRAINT processing_line_has_subjects CHECK (everyone = 1 OR subject_count > 0)
        ) \(.strict)
        """,
        "CREATE INDEX processing_line_everyone ON processing_line (id) WHERE everyone = 1",
        """
        CREATE TABLE processing_unindexed (
          line \(.bytes) NOT NULL PRIMARY KEY,
          subject_count \(.integer) NOT NULL
        ) \(.keyed)
        """,
        """
        CREATE TABLE processing_run (
          last_line \(.bytes) NOT NULL PRIMARY KEY
        ) \(.keyed)
        """,
        """
        CREATE TABLE processing_index (
          bucket \(.integer) NOT NULL,
          run \(.bytes) NOT NULL,
          entries \(.bytes) NOT NULL,
          PRIMARY KEY (bucket, run)
        ) \(.keyed)
        """,
    ]
}
