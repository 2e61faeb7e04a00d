import SQL
import Sealing

extension Portion.Entry {
    /// Writes what a message is found by beside the line of its report: a rejection by its code and id, any
    /// message by its sender's reference.
    func makeFindable(_ code: ProcessingCode, keys: KeyRing, in transaction: any Transaction) throws {
        if code != .processed {
            try transaction.run(
                """
                INSERT INTO rejection (organisation_id, code, delivery_id, position, message_key)
                VALUES (\(delivery.organisation), \(code), \(delivery.id), \(position),
                  \(offered.messageID.key))
                """)
        }
        guard let reference = offered.reference, !reference.isEmpty else { return }
        let key = ReferenceKey.current(reference, of: delivery.organisation, keys: keys)
        try transaction.run(
            """
            INSERT INTO message_reference (reference_key, delivery_id, position)
            VALUES (\(key), \(delivery.id), \(position))
            """)
    }
}
