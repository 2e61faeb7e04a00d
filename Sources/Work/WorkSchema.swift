public import SQL

/// The tables of the work that must happen.
///
/// An item is `0` arrived, `1` in its lane's line, `2` dead. Enqueuing only inserts: many acts for one
/// destination never wait for each other on the lane's row.
public enum WorkSchema {
    public static let migrations = [
        Migration(
            "work 0001",
            [
                """
                CREATE TABLE lane (
                  kind \(.text) NOT NULL,
                  destination \(.text) NOT NULL,
                  next_at \(.integer),
                  leased_until \(.integer),
                  token \(.integer) NOT NULL,
                  failures \(.integer) NOT NULL,
                  PRIMARY KEY (kind, destination)
                ) \(.strict)
                """,
                "CREATE INDEX lane_by_turn ON lane (kind, next_at) WHERE next_at IS NOT NULL",
                """
                CREATE TABLE work_item (
                  number \(.sequence),
                  kind \(.text) NOT NULL,
                  destination \(.text) NOT NULL,
                  payload \(.bytes) NOT NULL,
                  progress \(.bytes),
                  due_at \(.integer) NOT NULL,
                  enqueued_at \(.integer) NOT NULL,
                  failures \(.integer) NOT NULL,
                  state \(.integer) NOT NULL,
                  reason \(.text),
                  CONSTRAINT work_item_state_known CHECK (state IN (0, 1, 2)),
                  CONSTRAINT work_item_dead_has_reason CHECK ((state = 2) = (reason IS NOT NULL))
                ) \(.strict)
                """,
                "CREATE INDEX work_item_arrived ON work_item (kind, number) WHERE state = 0",
                """
                CREATE INDEX work_item_line ON work_item (kind, destination, due_at, number) WHERE state = 1
                """,
                "CREATE INDEX work_item_dead ON work_item (kind, number) WHERE state = 2",
            ])
    ]
}
