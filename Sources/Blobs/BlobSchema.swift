public import SQL

/// The tables of the blobs.
public enum BlobSchema {
    public static let migrations = [
        Migration(
            "blobs 0001",
            [
                """
                CREATE TABLE blob (
                  id \(.bytes) NOT NULL PRIMARY KEY,
                  shelf \(.integer) NOT NULL,
                  length \(.integer) NOT NULL,
                  sha256 \(.bytes) NOT NULL,
                  wrapped_key \(.bytes) NOT NULL,
                  segment \(.integer),
                  extents \(.bytes),
                  CONSTRAINT blob_length_not_negative CHECK (length >= 0),
                  CONSTRAINT blob_place_whole CHECK ((segment IS NULL) = (extents IS NULL))
                ) \(.strict)
                """,
                "CREATE INDEX blob_by_segment ON blob (shelf, segment) WHERE segment IS NOT NULL",
                """
                CREATE TABLE blob_chunk (
                  blob_id \(.bytes) NOT NULL,
                  ordinal \(.integer) NOT NULL,
                  bytes \(.bytes) NOT NULL,
                  PRIMARY KEY (blob_id, ordinal)
                ) \(.strict)
                """,
                """
                CREATE TABLE blob_unfinished (
                  blob_id \(.bytes) NOT NULL PRIMARY KEY,
                  begun_at \(.integer) NOT NULL
                ) \(.strict)
                """,
                "CREATE INDEX blob_unfinished_by_begin ON blob_unfinished (begun_at)",
            ])
    ]
}
