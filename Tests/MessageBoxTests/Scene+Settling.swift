import Blobs
import CivilTime
import SQL
import Testing

@testable import MessageBox

extension Scene {
    /// Settles one portion of each delivery, all at the same time and without the order of a lane.
    func settleAtOnce(_ receipts: [Receipt]) async throws {
        var portions: [Portion] = []
        for receipt in receipts { portions.append(try await portion(of: receipt, from: 1, to: 1)) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for portion in portions {
                group.addTask {
                    try await Settling(facilities: facilities, now: now).settle(portion) { _ in }
                }
            }
            try await group.waitForAll()
        }
    }

    /// Messages of a delivery as processing takes them up, by their places.
    func portion(of receipt: Receipt, from first: Int, to last: Int) async throws -> Portion {
        let found = try await database.read { try Delivery.find(receipt.id, in: $0) }
        let delivery = try #require(found)
        let content = try await database.read { try Delivery.content(of: receipt.id, in: $0) }
        guard case .blob(let blob) = content else { throw ProcessingError.noContent }
        var portion = Portion()
        let limit = facilities.limits.attachmentBytes
        let reader = BatchReader(attachmentByteLimit: limit) { position, offered in
            if (first...last).contains(position) {
                portion.append(offered, at: position, of: delivery)
            }
        }
        let bytes = try await facilities.blobs.bytes(of: blob, limit: 1 << 30)
        try bytes.withUnsafeBytes { try reader.feed($0) }
        _ = try reader.finish()
        return portion
    }
}
