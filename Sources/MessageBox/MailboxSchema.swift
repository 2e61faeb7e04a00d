import SQL

extension MessageBoxSchema {
    /// Where a message lies in its box, people's own folders, and the words by which they search.
    ///
    /// The two indexes of the list get the place in front, so that each place stays one range. Those for
    /// moved messages hold only what was moved: they cost nothing when a message is put in a box.
    static let mailbox: [Definition] = [
        "ALTER TABLE message ADD COLUMN place \(.integer) NOT NULL DEFAULT 0",
        "ALTER TABLE message ADD COLUMN place_before \(.integer) NOT NULL DEFAULT 0",
        """
        ALTER TABLE message ADD COLUMN moved_at \(.integer)
        CONSTRAINT message_bin_moment CHECK (place <> 2 OR moved_at IS NOT NULL)
        """,
        "DROP INDEX message_box_order",
        "DROP INDEX message_unread",
        "CREATE INDEX message_place_order ON message (person_id, place, published_at, id)",
        """
        CREATE INDEX message_place_unread ON message (person_id, place, published_at, id)
        WHERE read_at IS NULL
        """,
        "CREATE INDEX message_moved ON message (person_id, moved_at) WHERE moved_at IS NOT NULL",
        "CREATE INDEX message_bin ON message (moved_at) WHERE place = 2",
        """
        CREATE TABLE folder (
          person_id \(.bytes) NOT NULL REFERENCES box (person_id),
          number \(.integer) NOT NULL,
          name_sealed \(.bytes) NOT NULL,
          made_at \(.integer) NOT NULL,
          PRIMARY KEY (person_id, number),
          CONSTRAINT folder_number CHECK (number >= 16)
        ) \(.keyed)
        """,
        """
        CREATE TABLE search_index (
          person_id \(.bytes) PRIMARY KEY REFERENCES box (person_id),
          version \(.integer) NOT NULL,
          complete_until \(.integer) NOT NULL
        ) \(.keyed)
        """,
        """
        CREATE TABLE search_part (
          person_id \(.bytes) NOT NULL REFERENCES search_index (person_id),
          number \(.integer) NOT NULL,
          entry_count \(.integer) NOT NULL,
          words_sealed \(.bytes) NOT NULL,
          PRIMARY KEY (person_id, number)
        ) \(.strict)
        """,
    ]
}
