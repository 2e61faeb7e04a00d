import SQL

extension MessageBoxSchema {
    /// Keys of every act in one table, with the moment from which their term counts; before, they were of
    /// deliveries only and stayed for good.
    static let idempotency: [Definition] = [
        """
        CREATE TABLE idempotency (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          act \(.text) NOT NULL,
          key \(.text) NOT NULL,
          content_hash \(.bytes) NOT NULL,
          result_id \(.bytes) NOT NULL,
          noted_at \(.integer) NOT NULL,
          PRIMARY KEY (organisation_id, act, key),
          CONSTRAINT idempotency_act CHECK (act IN ('delivery', 'subscription')),
          CONSTRAINT idempotency_length CHECK (length(key) BETWEEN 1 AND 200)
        ) \(.keyed)
        """,
        """
        INSERT INTO idempotency (organisation_id, act, key, content_hash, result_id, noted_at)
        SELECT k.organisation_id, 'delivery', k.key, k.content_hash, k.delivery_id, d.received_at
        FROM idempotency_key k
        JOIN delivery d ON d.id = k.delivery_id
        """,
        "DROP TABLE idempotency_key",
        "CREATE INDEX idempotency_noted ON idempotency (noted_at)",
    ]
}
