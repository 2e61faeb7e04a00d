import SQL

extension IdentitySchema {
    /// What an organisation that sends messages keeps here: its staff's sessions, whom to call, who may act
    /// for it since when, and the certificates that were seen.
    static let suppliers: [Definition] = [
        """
        ALTER TABLE session ADD COLUMN organisation_id \(.bytes)
          CONSTRAINT session_of_organisation REFERENCES organisation (id)
          CONSTRAINT session_organisation_role CHECK (organisation_id IS NULL OR role IS NOT NULL)
        """,
        "ALTER TABLE mandate ADD COLUMN revoked_at \(.integer)",
        "CREATE INDEX mandate_given ON mandate (organisation_id, granted_at)",
        "CREATE INDEX client_of_organisation ON client (organisation_id, id)",
        """
        CREATE TABLE organisation_contact (
          id \(.bytes) PRIMARY KEY,
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          wrapped_key \(.bytes) NOT NULL,
          card_sealed \(.bytes) NOT NULL,
          changed_at \(.integer) NOT NULL
        ) \(.strict)
        """,
        """
        CREATE INDEX organisation_contact_of ON organisation_contact (organisation_id, id)
        """,
        """
        CREATE TABLE certificate_seen (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          fingerprint \(.bytes) NOT NULL,
          expires_at \(.integer) NOT NULL,
          first_seen_at \(.integer) NOT NULL,
          last_seen_at \(.integer) NOT NULL,
          PRIMARY KEY (organisation_id, fingerprint),
          CONSTRAINT certificate_seen_fingerprint CHECK (length(fingerprint) = 32)
        ) \(.keyed)
        """,
    ]
}
