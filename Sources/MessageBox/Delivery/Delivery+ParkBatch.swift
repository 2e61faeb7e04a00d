import Blobs
public import CivilTime
public import Identity
import SQL
import Work

extension Delivery {
    /// Takes in a batch as it arrives: its structure is checked while its bytes are sealed and written, and
    /// it is acknowledged after both they and their row are on disk (DESIGN, decisions 4 and 7).
    ///
    /// - Parameters:
    ///   - body: the document in pieces of any size.
    ///   - caller: the organisation that hands it over, for itself or for one that mandated it.
    ///   - name: how the caller came in, for the audit trail.
    public static func park(
        batch body: some AsyncSequence<[UInt8], any Error>, by caller: Organisation, name: String,
        facilities: Facilities, at now: Instant
    ) async throws -> Receipt {
        do {
            return try await take(body, by: caller, name: name, facilities: facilities, at: now)
        } catch {
            throw DeliveryError.orItself(error)
        }
    }

    private static func take(
        _ body: some AsyncSequence<[UInt8], any Error>, by caller: Organisation, name: String,
        facilities: Facilities, at now: Instant
    ) async throws -> Receipt {
        let writer = try await facilities.blobs.begin(.parked)
        do {
            let envelope = try await read(body, into: writer, limitBytes: facilities.limits.batchBytes)
            let organisation = try await self.organisation(
                of: envelope, caller: caller, facilities: facilities)
            let blob = try await writer.finish()
            let parking = Parking(
                organisation: organisation, deliveredBy: caller, caller: name, form: .xml,
                batchID: envelope.batchID, messageCount: envelope.messageCount, madeAt: envelope.createdAt,
                contentHash: blob.sha256, content: .blob(blob), idempotencyKey: nil)
            let id = Delivery.ID.new(milliseconds: now.microseconds / 1000)
            return try await parking.commit(as: id, facilities: facilities, at: now)
        } catch {
            await writer.abandon()
            throw error
        }
    }

    private static func read(
        _ body: some AsyncSequence<[UInt8], any Error>, into writer: BlobWriter, limitBytes: Int
    ) async throws -> BatchEnvelope {
        let reader = BatchReader()
        var byteCount = 0
        for try await piece in body {
            byteCount += piece.count
            guard byteCount <= limitBytes else { throw DeliveryError.tooLarge(limitBytes: limitBytes) }
            do {
                try piece.withUnsafeBytes { try reader.feed($0) }
            } catch let rejection as BatchRejection {
                throw DeliveryError.batch(rejection)
            }
            try await writer.append(piece)
        }
        do {
            return try reader.finish()
        } catch let rejection as BatchRejection {
            throw DeliveryError.batch(rejection)
        }
    }

    private static func organisation(
        of envelope: BatchEnvelope, caller: Organisation, facilities: Facilities
    ) async throws -> Organisation {
        guard let oin = OIN(envelope.supplierID) else { throw DeliveryError.supplierIsNoOIN }
        if oin == caller.oin { return caller }
        return try await facilities.database.read { transaction in
            guard let organisation = try Organisation.find(oin, in: transaction),
                try organisation.mayBeActedFor(by: caller.id, in: transaction)
            else { throw DeliveryError.notYourOrganisation(oin) }
            return organisation
        }
    }
}

extension Parking {
    /// Parks in one act and wakes the workers once it is on disk.
    func commit(as id: Delivery.ID, facilities: Facilities, at now: Instant) async throws -> Receipt {
        let receipt = try await facilities.database.write { transaction in
            try park(as: id, in: transaction, at: now)
        }
        if !receipt.isRepeat { facilities.bell.ring(.processing) }
        return receipt
    }
}
