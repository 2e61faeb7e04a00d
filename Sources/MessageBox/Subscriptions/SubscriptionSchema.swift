import SQL

extension MessageBoxSchema {
    /// Requests of the subscription service, and the order in which it reads accounts: those who want an
    /// organisation's messages, and what changed since a moment.
    static let subscriptions: [Definition] = [
        """
        CREATE TABLE subscription_request (
          id \(.bytes) PRIMARY KEY,
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          asked_by \(.bytes) NOT NULL REFERENCES organisation (id),
          request_key \(.text) NOT NULL,
          request_id \(.text) NOT NULL,
          question_hash \(.bytes) NOT NULL,
          kind \(.text) NOT NULL,
          since \(.integer),
          numbers_blob_id \(.bytes),
          asked_at \(.integer) NOT NULL,
          night \(.integer) NOT NULL,
          starts_at \(.integer) NOT NULL,
          expected_at \(.integer) NOT NULL,
          state \(.text) NOT NULL,
          started_at \(.integer),
          finished_at \(.integer),
          result_blob_id \(.bytes),
          result_count \(.integer),
          CONSTRAINT subscription_request_kind CHECK (kind IN ('all', 'list', 'changes')),
          CONSTRAINT subscription_request_since CHECK ((since IS NULL) = (kind <> 'changes')),
          CONSTRAINT subscription_request_state
            CHECK (state IN ('waiting', 'running', 'finished', 'failed')),
          CONSTRAINT subscription_request_finished
            CHECK ((finished_at IS NULL) = (state IN ('waiting', 'running')))
        ) \(.strict)
        """,
        """
        CREATE UNIQUE INDEX subscription_request_once
        ON subscription_request (organisation_id, request_key)
        """,
        "CREATE INDEX subscription_request_hand ON subscription_request (asked_by, request_key)",
        "CREATE INDEX subscription_request_night ON subscription_request (kind, night)",
        """
        CREATE INDEX subscription_request_content ON subscription_request (finished_at)
        WHERE result_blob_id IS NOT NULL OR numbers_blob_id IS NOT NULL
        """,
        """
        CREATE INDEX preference_wanted_by ON preference (organisation_id, person_id) WHERE wanted = 1
        """,
        "CREATE INDEX preference_changed ON preference (organisation_id, changed_at, person_id)",
        "CREATE INDEX box_changed ON box (changed_at, person_id)",
    ]
}
