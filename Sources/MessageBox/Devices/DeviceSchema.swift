import SQL

extension MessageBoxSchema {
    /// The browsers of people that are told by push. The address of one is a secret: who has it could
    /// write to it, so it is sealed, and known again by its hash. The push service stands in the clear: it
    /// is the lane.
    ///
    /// A row of `device_notification` is one word to one device: of a message, or of what came in a day
    /// (`digest`) or of a deadline (`reminder`).
    static let devices: [Definition] = [
        """
        CREATE TABLE device (
          id \(.bytes) PRIMARY KEY,
          person_id \(.bytes) NOT NULL REFERENCES person (id),
          fingerprint \(.bytes) NOT NULL,
          push_service \(.text) NOT NULL,
          address_sealed \(.bytes),
          keys_sealed \(.bytes),
          label_sealed \(.bytes) NOT NULL,
          added_at \(.integer) NOT NULL,
          gone_at \(.integer),
          CONSTRAINT device_address CHECK ((gone_at IS NULL) = (address_sealed IS NOT NULL)),
          CONSTRAINT device_keys CHECK ((gone_at IS NULL) = (keys_sealed IS NOT NULL))
        ) \(.strict)
        """,
        "CREATE UNIQUE INDEX device_fingerprint ON device (fingerprint)",
        "CREATE INDEX device_owner ON device (person_id, id)",
        """
        CREATE TABLE device_notification (
          device_id \(.bytes) NOT NULL,
          message_id \(.bytes) NOT NULL,
          kind \(.text) NOT NULL,
          push_service \(.text) NOT NULL,
          due_at \(.integer) NOT NULL,
          first_attempt_at \(.integer),
          sent_at \(.integer),
          refused_at \(.integer),
          PRIMARY KEY (device_id, message_id, kind),
          CONSTRAINT device_notification_kind CHECK (kind IN ('arrival', 'digest', 'reminder'))
        ) \(.strict)
        """,
        "CREATE INDEX device_notification_attempt ON device_notification (first_attempt_at)",
        "CREATE INDEX device_notification_digest ON device_notification (device_id, due_at)",
    ]
}
