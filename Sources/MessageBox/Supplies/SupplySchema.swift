import SQL

extension MessageBoxSchema {
    /// What organisations see of what they supplied: totals by day, what was rejected, and the way from their
    /// own reference to a message. Each is written with the line of the report it repeats.
    static let supplies: [Definition] = [
        """
        CREATE TABLE message_total (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          day \(.integer) NOT NULL,
          type_code \(.text) NOT NULL,
          code \(.text) NOT NULL,
          message_count \(.integer) NOT NULL,
          rule \(.integer) NOT NULL,
          changed_at \(.integer) NOT NULL,
          PRIMARY KEY (organisation_id, day, type_code, code),
          CONSTRAINT message_total_count CHECK (message_count > 0)
        ) \(.keyed)
        """,
        """
        CREATE TABLE rejection (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          code \(.text) NOT NULL,
          delivery_id \(.bytes) NOT NULL REFERENCES delivery (id),
          position \(.integer) NOT NULL,
          message_key \(.text) NOT NULL,
          PRIMARY KEY (organisation_id, code, delivery_id, position)
        ) \(.keyed)
        """,
        "CREATE INDEX rejection_message ON rejection (organisation_id, message_key)",
        """
        CREATE TABLE message_reference (
          reference_key \(.bytes) NOT NULL,
          delivery_id \(.bytes) NOT NULL REFERENCES delivery (id),
          position \(.integer) NOT NULL,
          PRIMARY KEY (reference_key, delivery_id, position)
        ) \(.keyed)
        """,
        "CREATE INDEX delivery_supplied ON delivery (organisation_id, id)",
        "DROP INDEX delivery_open",
        """
        CREATE INDEX delivery_waiting ON delivery (organisation_id, received_at) WHERE processed_at IS NULL
        """,
    ]
}
