import SQL

extension MessageBoxSchema {
    /// What people choose and how they are told: preferences down to the kind of message, the address and its
    /// confirmation, notifications by channel, digests and reminders, and the story of all changes.
    static let settings: [Definition] = preferences + contact + telling

    /// `reaches` says whether anything of the organisation may come: its own yes, or that of one of its
    /// types. Kept with every change, so that the lists of the subscription service stay one index range.
    private static let preferences: [Definition] = [
        """
        ALTER TABLE preference ADD COLUMN reaches \(.integer) NOT NULL DEFAULT 0
          CONSTRAINT preference_reaches CHECK (reaches IN (0, 1))
        """,
        "ALTER TABLE preference ADD COLUMN revision \(.integer) NOT NULL DEFAULT 1",
        "UPDATE preference SET reaches = wanted",
        "DROP INDEX preference_wanted_by",
        "CREATE INDEX preference_reaching ON preference (organisation_id, person_id) WHERE reaches = 1",
        """
        CREATE TABLE type_preference (
          person_id \(.bytes) NOT NULL REFERENCES box (person_id),
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          type_code \(.text) NOT NULL,
          wanted \(.integer) NOT NULL,
          changed_at \(.integer) NOT NULL,
          PRIMARY KEY (person_id, organisation_id, type_code),
          CONSTRAINT type_preference_wanted CHECK (wanted IN (0, 1))
        ) \(.keyed)
        """,
        """
        CREATE TABLE setting_change (
          number \(.sequence),
          person_id \(.bytes) NOT NULL REFERENCES box (person_id),
          subject \(.text) NOT NULL,
          organisation_id \(.bytes) REFERENCES organisation (id),
          type_code \(.text),
          outcome \(.text) NOT NULL,
          changed_at \(.integer) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX setting_change_person ON setting_change (person_id, number)",
        """
        INSERT INTO setting_change (person_id, subject, organisation_id, outcome, changed_at)
        SELECT person_id, 'organisation', organisation_id, CASE WHEN wanted = 1 THEN 'yes' ELSE 'no' END,
          changed_at
        FROM preference
        ORDER BY changed_at
        """,
    ]

    /// An address has an id of its own, by which a bounce names it. Those from before take their person's.
    private static let contact: [Definition] = [
        """
        ALTER TABLE box ADD COLUMN language \(.text)
          CONSTRAINT box_language CHECK (language IN ('nl', 'en'))
        """,
        """
        ALTER TABLE box ADD COLUMN by_email \(.integer) NOT NULL DEFAULT 1
          CONSTRAINT box_by_email CHECK (by_email IN (0, 1))
        """,
        """
        ALTER TABLE box ADD COLUMN by_push \(.integer) NOT NULL DEFAULT 1
          CONSTRAINT box_by_push CHECK (by_push IN (0, 1))
        """,
        """
        ALTER TABLE box ADD COLUMN daily_hour \(.integer)
          CONSTRAINT box_daily_hour CHECK (daily_hour BETWEEN 0 AND 23)
        """,
        "ALTER TABLE box ADD COLUMN revision \(.integer) NOT NULL DEFAULT 1",
        "ALTER TABLE box ADD COLUMN email_id \(.bytes)",
        "ALTER TABLE box ADD COLUMN email_confirmed_at \(.integer)",
        "ALTER TABLE box ADD COLUMN email_unreachable_at \(.integer)",
        "ALTER TABLE box ADD COLUMN email_bounces \(.integer) NOT NULL DEFAULT 0",
        "ALTER TABLE box ADD COLUMN email_bounced_at \(.integer)",
        """
        UPDATE box SET email_id = person_id, email_confirmed_at = changed_at WHERE email_sealed IS NOT NULL
        """,
        "CREATE UNIQUE INDEX box_email ON box (email_id) WHERE email_id IS NOT NULL",
        """
        CREATE TABLE email_confirmation (
          person_id \(.bytes) PRIMARY KEY REFERENCES box (person_id),
          id \(.bytes) NOT NULL,
          address_sealed \(.bytes),
          code_sealed \(.bytes),
          asked_at \(.integer) NOT NULL,
          expires_at \(.integer) NOT NULL,
          wrong_count \(.integer) NOT NULL,
          window_started_at \(.integer) NOT NULL,
          window_count \(.integer) NOT NULL,
          CONSTRAINT email_confirmation_open CHECK ((address_sealed IS NULL) = (code_sealed IS NULL))
        ) \(.strict)
        """,
    ]

    /// Notifications get a line for each channel.
    private static let telling: [Definition] = [
        "ALTER TABLE notification RENAME TO notification_of_one_channel",
        "DROP INDEX notification_attempt",
        "DROP INDEX notification_due",
        """
        CREATE TABLE notification (
          message_id \(.bytes) NOT NULL REFERENCES message (id),
          channel \(.text) NOT NULL,
          due_at \(.integer) NOT NULL,
          first_attempt_at \(.integer),
          sent_at \(.integer),
          refused_at \(.integer),
          digest_id \(.bytes),
          PRIMARY KEY (message_id, channel)
        ) \(.strict)
        """,
        """
        INSERT INTO notification (message_id, channel, due_at, first_attempt_at, sent_at, refused_at)
        SELECT message_id, channel, due_at, first_attempt_at, sent_at, refused_at
        FROM notification_of_one_channel
        """,
        "DROP TABLE notification_of_one_channel",
        "CREATE INDEX notification_attempt ON notification (first_attempt_at)",
        "CREATE INDEX notification_due ON notification (due_at)",
        "CREATE INDEX notification_digest ON notification (digest_id) WHERE digest_id IS NOT NULL",
        """
        CREATE TABLE digest (
          id \(.bytes) PRIMARY KEY,
          person_id \(.bytes) NOT NULL REFERENCES box (person_id),
          channel \(.text) NOT NULL,
          due_at \(.integer) NOT NULL
        ) \(.strict)
        """,
        "CREATE UNIQUE INDEX digest_once ON digest (person_id, channel, due_at)",
        "ALTER TABLE message ADD COLUMN reminder_settled_at \(.integer)",
        """
        CREATE INDEX message_reminder ON message (action_deadline_at)
        WHERE action_deadline_at IS NOT NULL AND read_at IS NULL AND reminder_settled_at IS NULL
        """,
        """
        CREATE TABLE reminder (
          message_id \(.bytes) PRIMARY KEY REFERENCES message (id),
          due_at \(.integer) NOT NULL,
          first_attempt_at \(.integer),
          sent_at \(.integer),
          refused_at \(.integer)
        ) \(.strict)
        """,
    ]
}
