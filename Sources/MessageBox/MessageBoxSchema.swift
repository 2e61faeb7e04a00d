public import SQL

/// The tables of the message box: who has a box, what was delivered, what is in the boxes, what was reported
/// and told.
public enum MessageBoxSchema {
    public static let migrations = [
        Migration("message-box 0001", accounts + deliveries + messages + reports),
        Migration("message-box 0002", subscriptions),
        Migration("message-box 0003", sensitiveTypes),
        Migration("message-box 0004", idempotency),
        Migration("message-box 0005", pushing),
        Migration("message-box 0006", mailbox),
        Migration("message-box 0007", AccountSchema.definitions),
        Migration("message-box 0008", settings),
        Migration("message-box 0009", devices),
        Migration("message-box 0010", rehearsal),
        Migration("message-box 0011", supplies),
        Migration("message-box 0013", reportTerm),
    ]

    /// When a report could no longer be fetched.
    private static let reportTerm: [Definition] = [
        "ALTER TABLE report ADD COLUMN expired_at \(.integer)",
        "CREATE INDEX report_on_offer ON report (organisation_id, number) WHERE expired_at IS NULL",
        "CREATE INDEX report_to_expire ON report (offered_at) WHERE expired_at IS NULL",
    ]

    private static let accounts: [Definition] = [
        """
        CREATE TABLE message_type (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          code \(.text) NOT NULL,
          title \(.text) NOT NULL,
          active \(.integer) NOT NULL,
          changed_at \(.integer) NOT NULL,
          PRIMARY KEY (organisation_id, code),
          CONSTRAINT message_type_code_length CHECK (length(code) BETWEEN 1 AND 8),
          CONSTRAINT message_type_active CHECK (active IN (0, 1))
        ) \(.keyed)
        """,
        """
        CREATE TABLE box (
          person_id \(.bytes) PRIMARY KEY REFERENCES person (id),
          state \(.text) NOT NULL,
          email_sealed \(.bytes),
          opened_at \(.integer) NOT NULL,
          changed_at \(.integer) NOT NULL,
          CONSTRAINT box_state CHECK (state IN ('active', 'suspended', 'closed'))
        ) \(.keyed)
        """,
        """
        CREATE TABLE preference (
          person_id \(.bytes) NOT NULL REFERENCES box (person_id),
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          wanted \(.integer) NOT NULL,
          changed_at \(.integer) NOT NULL,
          PRIMARY KEY (person_id, organisation_id),
          CONSTRAINT preference_wanted CHECK (wanted IN (0, 1))
        ) \(.keyed)
        """,
    ]

    private static let deliveries: [Definition] = [
        """
        CREATE TABLE delivery (
          id \(.bytes) PRIMARY KEY,
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          delivered_by \(.bytes) NOT NULL REFERENCES organisation (id),
          form \(.text) NOT NULL,
          batch_key \(.text) NOT NULL,
          batch_id \(.text) NOT NULL,
          content_hash \(.bytes) NOT NULL,
          content_blob_id \(.bytes),
          content_sealed \(.bytes),
          content_key \(.bytes),
          message_count \(.integer) NOT NULL,
          made_at \(.integer) NOT NULL,
          received_at \(.integer) NOT NULL,
          handled_count \(.integer) NOT NULL,
          processed_at \(.integer),
          CONSTRAINT delivery_form CHECK (form IN ('xml', 'json')),
          CONSTRAINT delivery_message_count CHECK (message_count BETWEEN 1 AND 1000),
          CONSTRAINT delivery_handled_count CHECK (handled_count BETWEEN 0 AND message_count),
          CONSTRAINT delivery_content CHECK (content_blob_id IS NULL OR content_sealed IS NULL)
        ) \(.strict)
        """,
        "CREATE UNIQUE INDEX delivery_once ON delivery (organisation_id, batch_key, content_hash)",
        "CREATE INDEX delivery_received ON delivery (received_at)",
        "CREATE INDEX delivery_hand ON delivery (delivered_by, batch_key)",
        "CREATE INDEX delivery_open ON delivery (received_at) WHERE processed_at IS NULL",
        """
        CREATE TABLE delivery_repeat (
          delivery_id \(.bytes) NOT NULL REFERENCES delivery (id),
          repeated_at \(.integer) NOT NULL,
          PRIMARY KEY (delivery_id, repeated_at)
        ) \(.keyed)
        """,
        "CREATE INDEX delivery_repeat_time ON delivery_repeat (repeated_at)",
        """
        CREATE INDEX delivery_content ON delivery (received_at)
        WHERE content_blob_id IS NOT NULL OR content_sealed IS NOT NULL
        """,
        """
        CREATE TABLE idempotency_key (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          key \(.text) NOT NULL,
          content_hash \(.bytes) NOT NULL,
          delivery_id \(.bytes) NOT NULL REFERENCES delivery (id),
          PRIMARY KEY (organisation_id, key),
          CONSTRAINT idempotency_key_length CHECK (length(key) BETWEEN 1 AND 200)
        ) \(.keyed)
        """,
    ]

    private static let messages: [Definition] = [
        """
        CREATE TABLE message_key (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          key \(.text) NOT NULL,
          message_id \(.bytes) NOT NULL,
          PRIMARY KEY (organisation_id, key)
        ) \(.keyed)
        """,
        "CREATE UNIQUE INDEX message_key_message ON message_key (message_id)",
        """
        CREATE TABLE message (
          id \(.bytes) PRIMARY KEY,
          person_id \(.bytes) NOT NULL REFERENCES box (person_id),
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          delivery_id \(.bytes) NOT NULL REFERENCES delivery (id),
          type_code \(.text) NOT NULL,
          heading_sealed \(.bytes) NOT NULL,
          body_sealed \(.bytes) NOT NULL,
          attachment_count \(.integer) NOT NULL,
          attachment_bytes \(.integer) NOT NULL,
          published_at \(.integer) NOT NULL,
          action_deadline_at \(.integer),
          stored_at \(.integer) NOT NULL,
          read_at \(.integer),
          CONSTRAINT message_attachment_count CHECK (attachment_count BETWEEN 0 AND 2)
        ) \(.strict)
        """,
        "CREATE INDEX message_box_order ON message (person_id, published_at, id)",
        "CREATE INDEX message_unread ON message (person_id, published_at) WHERE read_at IS NULL",
        "CREATE INDEX message_stored ON message (stored_at)",
        """
        CREATE TABLE attachment (
          message_id \(.bytes) NOT NULL REFERENCES message (id),
          number \(.integer) NOT NULL,
          blob_id \(.bytes) NOT NULL,
          description_sealed \(.bytes) NOT NULL,
          byte_count \(.integer) NOT NULL,
          PRIMARY KEY (message_id, number),
          CONSTRAINT attachment_number CHECK (number BETWEEN 1 AND 2)
        ) \(.strict)
        """,
        """
        CREATE TABLE notification (
          message_id \(.bytes) PRIMARY KEY REFERENCES message (id),
          channel \(.text) NOT NULL,
          due_at \(.integer) NOT NULL,
          first_attempt_at \(.integer),
          sent_at \(.integer),
          refused_at \(.integer)
        ) \(.strict)
        """,
        "CREATE INDEX notification_attempt ON notification (first_attempt_at)",
        "CREATE INDEX notification_due ON notification (due_at)",
    ]

    private static let reports: [Definition] = [
        """
        CREATE TABLE report_line (
          delivery_id \(.bytes) NOT NULL REFERENCES delivery (id),
          position \(.integer) NOT NULL,
          message_id \(.text) NOT NULL,
          type_code \(.text) NOT NULL,
          code \(.text) NOT NULL,
          stage \(.text) NOT NULL,
          attachment_bytes \(.integer) NOT NULL,
          PRIMARY KEY (delivery_id, position),
          CONSTRAINT report_line_position CHECK (position BETWEEN 1 AND 1000)
        ) \(.keyed)
        """,
        """
        CREATE TABLE report (
          delivery_id \(.bytes) PRIMARY KEY REFERENCES delivery (id),
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          number \(.integer) NOT NULL,
          accepted_count \(.integer) NOT NULL,
          rejected_count \(.integer) NOT NULL,
          offered_at \(.integer) NOT NULL,
          fetched_at \(.integer),
          confirmed_at \(.integer)
        ) \(.strict)
        """,
        "CREATE UNIQUE INDEX report_number ON report (organisation_id, number)",
        "CREATE INDEX report_offered ON report (offered_at)",
    ]
}
