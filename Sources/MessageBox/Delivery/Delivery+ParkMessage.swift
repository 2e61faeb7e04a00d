import Blobs
public import CivilTime
import Crypto
public import Identity
import SQL
import Sealing

extension Delivery {
    /// The largest body of a single message: its attachments in base64, its texts, and room to say that it
    /// was too much.
    public static let messageBytesLimit = 2_097_152
    /// Content up to this size is sealed in the row itself; more goes to a blob, which is written once
    /// instead of twice.
    static let inlineBytesLimit = 16_384

    /// Takes in a single message: its form is checked at once, all faults together; the rest is for its
    /// report.
    public static func park(
        message body: [UInt8], by caller: Organisation, name: String, idempotencyKey: IdempotencyKey?,
        facilities: Facilities, at now: Instant
    ) async throws -> Receipt {
        guard body.count <= messageBytesLimit else {
            throw DeliveryError.tooLarge(limitBytes: messageBytesLimit)
        }
        let offered = try JSONMessage.read(body, limits: facilities.limits).offered
        let id = Delivery.ID.new(milliseconds: now.microseconds / 1000)
        let parking = Parking(
            organisation: caller, deliveredBy: caller, caller: name, form: .json, batchID: offered.messageID,
            messageCount: 1, madeAt: now, contentHash: Array(SHA256.hash(data: body)),
            content: try await content(body, of: id, facilities: facilities), idempotencyKey: idempotencyKey)
        return try await parking.commit(as: id, facilities: facilities, at: now)
    }

    private static func content(
        _ body: [UInt8], of id: Delivery.ID, facilities: Facilities
    ) async throws -> Parking.Content {
        guard body.count > inlineBytesLimit else {
            let (key, wrapped) = facilities.keys.newDataKey()
            return .inline(sealed: key.seal(body, for: .content(id)), wrappedKey: wrapped)
        }
        do {
            return .blob(try await facilities.blobs.store([body], on: .parked)[0])
        } catch {
            throw DeliveryError.orItself(error)
        }
    }
}

extension SealContext {
    static func content(_ id: Delivery.ID) -> SealContext {
        SealContext(purpose: "delivery.content", id: id.bytes)
    }
}

extension Delivery {
    /// What was parked, as its row has it.
    enum Content: Sendable {
        case inline(sealed: [UInt8], wrappedKey: [UInt8])
        case blob(Identifier<Blob>)
        /// Gone: its term has passed.
        case none
    }

    static func content(of id: ID, in transaction: any Transaction) throws -> Content {
        let found = try transaction.first(
            "SELECT content_sealed, content_key, content_blob_id FROM delivery WHERE id = \(id)"
        ) { row in
            (try row.next([UInt8]?.self), try row.next([UInt8]?.self), try row.next(Identifier<Blob>?.self))
        }
        switch found {
        case (let sealed?, let wrapped?, nil)?: return .inline(sealed: sealed, wrappedKey: wrapped)
        case (nil, nil, let blob?)?: return .blob(blob)
        default: return .none
        }
    }
}

extension Facilities {
    /// The content, whole; for single messages, which are bounded.
    func open(_ content: Delivery.Content, of id: Delivery.ID) async throws -> [UInt8] {
        switch content {
        case .inline(let sealed, let wrapped): try keys.unwrap(wrapped).open(sealed, for: .content(id))
        case .blob(let blob): try await blobs.bytes(of: blob, limit: Delivery.messageBytesLimit)
        case .none: throw ProcessingError.noContent
        }
    }
}
