import SQL

extension MessageBoxSchema {
    /// Where reports are pushed, and what came of each push; and the moments by which requests of the
    /// subscription service are judged.
    static let pushing: [Definition] = [
        """
        CREATE TABLE report_address (
          organisation_id \(.bytes) PRIMARY KEY REFERENCES organisation (id),
          revision \(.bytes) NOT NULL,
          form \(.text) NOT NULL,
          url_sealed \(.bytes) NOT NULL,
          secret_sealed \(.bytes) NOT NULL,
          wrapped_key \(.bytes) NOT NULL,
          changed_at \(.integer) NOT NULL,
          CONSTRAINT report_address_form CHECK (form IN ('xml', 'cloudevent'))
        ) \(.keyed)
        """,
        """
        CREATE TABLE report_push (
          delivery_id \(.bytes) PRIMARY KEY REFERENCES report (delivery_id),
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          offered_at \(.integer) NOT NULL,
          attempt_count \(.integer) NOT NULL,
          first_attempt_at \(.integer),
          last_attempt_at \(.integer),
          last_failure \(.text),
          state \(.text) NOT NULL,
          ended_at \(.integer),
          CONSTRAINT report_push_state CHECK (state IN ('waiting', 'delivered', 'undelivered', 'withdrawn')),
          CONSTRAINT report_push_end CHECK ((ended_at IS NULL) = (state = 'waiting')),
          CONSTRAINT report_push_attempts CHECK ((attempt_count = 0) = (first_attempt_at IS NULL))
        ) \(.keyed)
        """,
        "CREATE INDEX report_push_offered ON report_push (offered_at)",
        """
        CREATE INDEX report_push_undelivered ON report_push (organisation_id, offered_at)
        WHERE state = 'undelivered'
        """,
        "CREATE INDEX subscription_request_asked ON subscription_request (asked_at)",
        "CREATE INDEX subscription_request_ended ON subscription_request (finished_at)",
        """
        CREATE INDEX subscription_request_open ON subscription_request (started_at)
        WHERE finished_at IS NULL
        """,
    ]
}
