import Blobs
import CivilTime
import Identity
import Journal
import SQL
public import Work

/// A delivery that has been checked at the door and is ready to be put in the park.
struct Parking: Sendable {
    let organisation: Organisation
    let deliveredBy: Organisation
    let caller: String
    let form: Delivery.Form
    let batchID: SupplierGUID
    let messageCount: Int
    let madeAt: Instant
    let contentHash: [UInt8]
    let content: Content
    let idempotencyKey: IdempotencyKey?

    /// Where the content stands: large ones as a blob, small ones sealed in the row.
    enum Content: Sendable {
        case blob(StoredBlob)
        case inline(sealed: [UInt8], wrappedKey: [UInt8])
    }

    /// Writes the delivery, its audit entry and the work that must follow; or finds that the same one came
    /// before.
    func park(as id: Delivery.ID, in transaction: any Transaction, at now: Instant) throws -> Receipt {
        if let earlier = try earlierReceipt(in: transaction) {
            try noteRepeat(of: earlier, in: transaction, at: now)
            try rememberIdempotencyKey(for: earlier.id, in: transaction, at: now)
            return earlier
        }
        try insert(as: id, in: transaction, at: now)
        try rememberIdempotencyKey(for: id, in: transaction, at: now)
        try AuditEntry(
            actor: .organisation(deliveredBy.id.description, name: caller), act: "delivery.park",
            object: .init(kind: "delivery", id: id.description), at: now
        ).record(in: transaction)
        try Work.enqueue(
            NewWorkItem(
                kind: .processing, destination: organisation.id.description, payload: id.bytes, dueAt: now),
            in: transaction, at: now)
        return Receipt(
            id: id, batchID: batchID, messageCount: messageCount, receivedAt: now, isRepeat: false)
    }

    private func earlierReceipt(in transaction: any Transaction) throws -> Receipt? {
        let _: Delivery.ID? = try idempotencyKey?.result(
            of: .delivery, for: organisation.id, hash: contentHash, in: transaction)
        return try transaction.first(
            """
            SELECT id, batch_id, message_count, received_at FROM delivery
            WHERE organisation_id = \(organisation.id) AND batch_key = \(batchID.key)
              AND content_hash = \(contentHash)
            """
        ) { row in
            Receipt(
                id: try row.next(), batchID: try row.next(), messageCount: try row.next(),
                receivedAt: try row.next(), isRepeat: true)
        }
    }

    /// A delivery that came again changes nothing, but is counted: SNO-13 asks what became of it.
    private func noteRepeat(of receipt: Receipt, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            INSERT INTO delivery_repeat (delivery_id, repeated_at) VALUES (\(receipt.id), \(now))
            ON CONFLICT (delivery_id, repeated_at) DO NOTHING
            """)
    }

    private func insert(as id: Delivery.ID, in transaction: any Transaction, at now: Instant) throws {
        var blob: Identifier<Blob>?
        var sealed: [UInt8]?
        var wrappedKey: [UInt8]?
        switch content {
        case .blob(let stored):
            try stored.insert(in: transaction)
            blob = stored.id
        case .inline(let bytes, let key):
            sealed = bytes
            wrappedKey = key
        }
        try transaction.run(
            """
            INSERT INTO delivery
              (id, organisation_id, delivered_by, form, batch_key, batch_id, content_hash, content_blob_id,
               content_sealed, content_key, message_count, made_at, received_at, handled_count)
            VALUES
              (\(id), \(organisation.id), \(deliveredBy.id), \(form), \(batchID.key), \(batchID.text),
               \(contentHash), \(blob), \(sealed), \(wrappedKey), \(messageCount), \(madeAt), \(now), 0)
            """)
    }

    private func rememberIdempotencyKey(
        for id: Delivery.ID, in transaction: any Transaction, at now: Instant
    ) throws {
        try idempotencyKey?.note(
            id, of: .delivery, for: organisation.id, hash: contentHash, in: transaction, at: now)
    }
}

extension WorkKind {
    /// From the park to the boxes: one lane for each organisation.
    public static let processing = WorkKind("processing")
}
