import SQL

extension MessageBoxSchema {
    /// What each organisation has tried in preproduction; empty in other environments.
    static let rehearsal: [Definition] = [
        """
        CREATE TABLE rehearsal_attempt (
          organisation_id \(.bytes) NOT NULL REFERENCES organisation (id),
          route \(.text) NOT NULL,
          outcome \(.integer) NOT NULL,
          last_at \(.integer) NOT NULL,
          PRIMARY KEY (organisation_id, route, outcome)
        ) \(.keyed)
        """
    ]
}
