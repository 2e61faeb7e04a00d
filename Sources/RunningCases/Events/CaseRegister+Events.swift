public import CivilTime
public import Identity
import SQL

extension CaseRegister {
    /// Takes an event exactly once: source and id together name it, and a repeat gets the first answer.
    public func take(
        _ event: CaseEvent, by caller: Organisation, name: String, at now: Instant
    ) async throws -> CaseReceipt {
        let keys = keys
        return try await database.write { transaction in
            let organisation = try caller.actingFor(event.owner, in: transaction)
            if let earlier = try event.earlier(of: organisation.id, in: transaction) {
                guard keys.isCode(earlier.code, of: event.push.wording) else {
                    throw RunningCaseError.contentDiffers
                }
                return earlier.receipt
            }
            let receipt = try CaseTaking(
                event.push, from: organisation, name: name, keys: keys, at: now
            ).take(in: transaction)
            try transaction.run(
                """
                INSERT INTO case_event
                  (organisation_id, source, event_id, content_code, case_key, outcome, received_at)
                VALUES
                  (\(organisation.id), \(event.source), \(event.id), \(keys.code(of: event.push.wording)),
                   \(receipt.caseKey), \(receipt.outcome), \(receipt.receivedAt))
                ON CONFLICT (organisation_id, source, event_id) DO NOTHING
                """)
            return receipt
        }
    }
}

extension CaseEvent {
    fileprivate func earlier(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> (code: [UInt8], receipt: CaseReceipt)? {
        try transaction.first(
            """
            SELECT content_code, case_key, outcome, received_at FROM case_event
            WHERE organisation_id = \(organisation) AND source = \(source) AND event_id = \(id)
            """
        ) { row in
            (
                try row.next(),
                CaseReceipt(caseKey: try row.next(), outcome: try row.next(), receivedAt: try row.next())
            )
        }
    }
}

extension Organisation {
    /// The organisation that an event is of: this one, or one that mandated it.
    fileprivate func actingFor(_ oin: OIN, in transaction: any Transaction) throws -> Organisation {
        guard oin != self.oin else { return self }
        guard let other = try Organisation.find(oin, in: transaction),
            try other.mayBeActedFor(by: id, in: transaction)
        else { throw RunningCaseError.foreignSource }
        return other
    }
}
