import SQL

extension MessageBoxSchema {
    /// Which kinds of message are nobody else's business: their subject stays out of the notification.
    static let sensitiveTypes: [Definition] = [
        """
        ALTER TABLE message_type ADD COLUMN sensitive \(.integer) NOT NULL DEFAULT 0
          CONSTRAINT message_type_sensitive CHECK (sensitive IN (0, 1))
        """
    ]
}
