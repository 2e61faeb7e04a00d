import SQL

/// What closing an account needs: which closed boxes still hold something.
enum AccountSchema {
    static let definitions: [Definition] = [
        "ALTER TABLE box ADD COLUMN erased_at \(.integer)",
        "CREATE INDEX box_closed ON box (changed_at) WHERE state = 'closed' AND erased_at IS NULL",
    ]
}
