public import SQL

/// The tables of this module: organisations and their systems, people, and who is signed in.
public enum IdentitySchema {
    public static let migrations = [
        Migration(
            "identity 0001",
            [
                """
                CREATE TABLE organisation (
                  id \(.bytes) PRIMARY KEY,
                  oin \(.text) NOT NULL,
                  name \(.text) NOT NULL,
                  created_at \(.integer) NOT NULL,
                  CONSTRAINT organisation_oin_length CHECK (length(oin) = 20),
                  CONSTRAINT organisation_name_length CHECK (length(name) BETWEEN 1 AND 200)
                ) \(.strict)
                """,
                "CREATE UNIQUE INDEX organisation_oin ON organisation (oin)",
                """
                CREATE TABLE mandate (
                  intermediary_id \(.bytes) NOT NULL REFERENCES organisation (id),
                  organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
                  granted_at \(.integer) NOT NULL,
                  PRIMARY KEY (intermediary_id, organisation_id)
                ) \(.strict)
                """,
                """
                CREATE TABLE client (
                  id \(.text) PRIMARY KEY,
                  organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
                  scopes \(.text) NOT NULL,
                  jwks \(.text) NOT NULL,
                  created_at \(.integer) NOT NULL,
                  withdrawn_at \(.integer),
                  CONSTRAINT client_id_length CHECK (length(id) BETWEEN 1 AND 100)
                ) \(.strict)
                """,
                """
                CREATE TABLE used_assertion (
                  client_id \(.text) NOT NULL REFERENCES client (id),
                  jti \(.text) NOT NULL,
                  expires_at \(.integer) NOT NULL,
                  PRIMARY KEY (client_id, jti)
                ) \(.strict)
                """,
                "CREATE INDEX used_assertion_expiry ON used_assertion (expires_at)",
                """
                CREATE TABLE person (
                  id \(.bytes) PRIMARY KEY,
                  bsn_pseudonym \(.bytes) NOT NULL,
                  bsn_sealed \(.bytes) NOT NULL,
                  name_sealed \(.bytes) NOT NULL,
                  wrapped_key \(.bytes) NOT NULL,
                  created_at \(.integer) NOT NULL
                ) \(.strict)
                """,
                "CREATE UNIQUE INDEX person_bsn ON person (bsn_pseudonym)",
                """
                CREATE TABLE session (
                  token_hash \(.bytes) PRIMARY KEY,
                  person_id \(.bytes) REFERENCES person (id),
                  role \(.text),
                  started_at \(.integer) NOT NULL,
                  expires_at \(.integer) NOT NULL,
                  CONSTRAINT session_subject CHECK ((person_id IS NULL) <> (role IS NULL))
                ) \(.strict)
                """,
                "CREATE INDEX session_expiry ON session (expires_at)",
            ]),
        Migration("identity 0002", sessions + terms + apps),
        Migration("identity 0003", suppliers),
        Migration("identity 0004", doors),
    ]
}
