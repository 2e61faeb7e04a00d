import SQL

extension IdentitySchema {
    /// Who is signed in but has not accepted the terms, and the sign-ins that were used.
    static let sessions: [Definition] = [
        "ALTER TABLE session ADD COLUMN is_newcomer \(.integer) NOT NULL DEFAULT 0",
        "CREATE INDEX session_person ON session (person_id)",
        """
        CREATE TABLE used_sign_in (
          nonce_hash \(.bytes) PRIMARY KEY,
          expires_at \(.integer) NOT NULL
        ) \(.strict)
        """,
        "CREATE INDEX used_sign_in_expiry ON used_sign_in (expires_at)",
    ]

    /// By which provider each came in.
    static let doors: [Definition] = [
        """
        ALTER TABLE session ADD COLUMN door \(.text)
          CONSTRAINT session_door CHECK (door IN ('citizens', 'work'))
        """
    ]

    static let terms: [Definition] = [
        """
        CREATE TABLE terms_acceptance (
          person_id \(.bytes) NOT NULL REFERENCES person (id),
          version \(.text) NOT NULL,
          accepted_at \(.integer) NOT NULL,
          PRIMARY KEY (person_id, version),
          CONSTRAINT terms_acceptance_version_length CHECK (length(version) BETWEEN 1 AND 40)
        ) \(.keyed)
        """
    ]

    /// What people let apps do, and the secrets by which an app shows it: their hashes only.
    static let apps: [Definition] = [
        """
        CREATE TABLE app_subject (
          app_id \(.text) NOT NULL,
          person_id \(.bytes) NOT NULL REFERENCES person (id),
          subject \(.text) NOT NULL,
          PRIMARY KEY (app_id, person_id)
        ) \(.keyed)
        """,
        "CREATE UNIQUE INDEX app_subject_once ON app_subject (app_id, subject)",
        """
        CREATE TABLE app_grant (
          id \(.bytes) PRIMARY KEY,
          app_id \(.text) NOT NULL,
          person_id \(.bytes) NOT NULL REFERENCES person (id),
          scopes \(.text) NOT NULL,
          granted_at \(.integer) NOT NULL,
          expires_at \(.integer) NOT NULL,
          revoked_at \(.integer)
        ) \(.strict)
        """,
        "CREATE INDEX app_grant_person ON app_grant (person_id, granted_at)",
        "CREATE INDEX app_grant_expiry ON app_grant (expires_at)",
        """
        CREATE TABLE app_code (
          code_hash \(.bytes) PRIMARY KEY,
          grant_id \(.bytes) NOT NULL REFERENCES app_grant (id),
          redirect_uri \(.text) NOT NULL,
          challenge \(.text) NOT NULL,
          expires_at \(.integer) NOT NULL,
          used_at \(.integer)
        ) \(.strict)
        """,
        "CREATE UNIQUE INDEX app_code_grant ON app_code (grant_id)",
        """
        CREATE TABLE app_refresh_token (
          token_hash \(.bytes) PRIMARY KEY,
          grant_id \(.bytes) NOT NULL REFERENCES app_grant (id),
          issued_at \(.integer) NOT NULL,
          used_at \(.integer)
        ) \(.strict)
        """,
        "CREATE INDEX app_refresh_token_grant ON app_refresh_token (grant_id)",
    ]
}
