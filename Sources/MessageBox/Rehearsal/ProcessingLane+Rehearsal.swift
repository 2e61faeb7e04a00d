import Blobs
import CivilTime
import SQL
import Work

extension ProcessingLane {
    /// Lets a delivery wait that names a test citizen about whom answers come late, or not; says whether it
    /// does. That these test citizens were tried is remembered.
    func isHeldForRehearsal(
        _ delivery: Delivery, _ content: Delivery.Content, _ item: WorkItem, of lane: LeasedLane
    ) async throws -> Bool {
        guard let rehearsal = facilities.rehearsal, delivery.handledCount == 0 else { return false }
        let recipients = try await recipients(of: delivery, content)
        try await facilities.database.write { transaction in
            try rehearsal.note(
                .delivery, to: recipients, by: delivery.organisation, in: transaction,
                at: delivery.receivedAt)
        }
        let waits = recipients.compactMap { rehearsal.behaviour(of: $0)?.wait?.reportSeconds }
        guard let seconds = waits.max() else { return false }
        let startsAt = delivery.receivedAt.advanced(bySeconds: Int64(seconds))
        guard now() < startsAt else { return false }
        try await facilities.database.write { try lane.postpone(item, to: startsAt, in: $0) }
        return true
    }

    private func recipients(
        of delivery: Delivery, _ content: Delivery.Content
    ) async throws -> Set<CitizenNumber> {
        guard delivery.form == .xml else {
            return Set([CitizenNumber(try await message(of: delivery, content).recipient)].compactMap(\.self))
        }
        guard case .blob(let blob) = content else { throw ProcessingError.noContent }
        var numbers: Set<CitizenNumber> = []
        let reader = BatchReader(attachmentByteLimit: 0) { _, offered in
            if let number = CitizenNumber(offered.recipient) { numbers.insert(number) }
        }
        for try await piece in try await facilities.blobs.read(blob) {
            try piece.withUnsafeBytes { try reader.feed($0) }
        }
        _ = try reader.finish()
        return numbers
    }
}
