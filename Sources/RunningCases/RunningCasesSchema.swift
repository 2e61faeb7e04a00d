public import SQL

/// The tables of running cases: the cases that organisations push, the story of each, and the events that
/// brought it.
public enum RunningCasesSchema {
    public static let migrations = [Migration("running-cases 0001", cases + events)]

    /// A case without a person is one that was pushed for somebody without an account, or was removed:
    /// nothing of its content is kept, and its organisation sees no difference.
    private static let cases: [Definition] = [
        """
        CREATE TABLE running_case (
          id \(.bytes) PRIMARY KEY,
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          case_key \(.text) NOT NULL,
          person_id \(.bytes) REFERENCES person (id),
          state \(.text) NOT NULL,
          is_closed \(.integer) NOT NULL,
          has_step \(.integer) NOT NULL,
          state_at \(.integer) NOT NULL,
          content_at \(.integer) NOT NULL,
          changed_at \(.integer) NOT NULL,
          content_sealed \(.bytes),
          push_count \(.integer) NOT NULL,
          received_at \(.integer) NOT NULL,
          CONSTRAINT running_case_key_length CHECK (length(case_key) BETWEEN 1 AND 64),
          CONSTRAINT running_case_state CHECK (state IN ('open', 'suspended', 'closed', 'removed')),
          CONSTRAINT running_case_closed CHECK (is_closed = 0 OR state <> 'open'),
          CONSTRAINT running_case_content CHECK ((person_id IS NULL) = (content_sealed IS NULL))
        ) \(.strict)
        """,
        "CREATE UNIQUE INDEX running_case_once ON running_case (organisation_id, case_key)",
        """
        CREATE INDEX running_case_of_person ON running_case (person_id, is_closed, changed_at, id)
        WHERE person_id IS NOT NULL
        """,
        "CREATE INDEX running_case_closed_at ON running_case (state_at) WHERE is_closed = 1",
        """
        CREATE TABLE case_push (
          case_id \(.bytes) NOT NULL REFERENCES running_case (id),
          push_key \(.text) NOT NULL,
          content_code \(.bytes) NOT NULL,
          outcome \(.text) NOT NULL,
          kind \(.text) NOT NULL,
          at \(.integer) NOT NULL,
          received_at \(.integer) NOT NULL,
          text_sealed \(.bytes),
          PRIMARY KEY (case_id, push_key),
          CONSTRAINT case_push_outcome CHECK (outcome IN ('created', 'taken', 'outdated'))
        ) \(.keyed)
        """,
        "CREATE INDEX case_push_story ON case_push (case_id, at, push_key) WHERE text_sealed IS NOT NULL",
    ]

    private static let events: [Definition] = [
        """
        CREATE TABLE case_event (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          source \(.text) NOT NULL,
          event_id \(.text) NOT NULL,
          content_code \(.bytes) NOT NULL,
          case_key \(.text) NOT NULL,
          outcome \(.text) NOT NULL,
          received_at \(.integer) NOT NULL,
          PRIMARY KEY (organisation_id, source, event_id),
          CONSTRAINT case_event_outcome CHECK (outcome IN ('created', 'taken', 'outdated'))
        ) \(.keyed)
        """,
        "CREATE INDEX case_event_received ON case_event (received_at)",
    ]
}
