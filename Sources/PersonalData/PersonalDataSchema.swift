public import SQL

/// The tables of the sources of personal data: which there are, and when each was seen to answer or not. What
/// they answer is never kept.
public enum PersonalDataSchema {
    public static let migrations = [
        Migration(
            "personal-data 0001",
            [
                """
                CREATE TABLE data_source (
                  key \(.text) PRIMARY KEY,
                  title \(.text) NOT NULL,
                  owner_oin \(.text) NOT NULL,
                  changed_at \(.integer) NOT NULL
                ) \(.strict)
                """,
                """
                CREATE TABLE source_stretch (
                  source \(.text) NOT NULL REFERENCES data_source (key),
                  from_at \(.integer) NOT NULL,
                  until_at \(.integer) NOT NULL,
                  is_up \(.integer) NOT NULL,
                  reason \(.text),
                  look_count \(.integer) NOT NULL,
                  PRIMARY KEY (source, from_at),
                  CONSTRAINT source_stretch_order CHECK (from_at < until_at),
                  CONSTRAINT source_stretch_reason CHECK ((reason IS NULL) = (is_up = 1))
                ) \(.keyed)
                """,
                "CREATE INDEX source_stretch_state ON source_stretch (source, is_up, from_at)",
            ])
    ]
}
