import Blobs
public import CivilTime
import SQL
import Sealing
public import Work

/// Serves an organisation's lane: takes its deliveries in order from the park to the boxes, in portions that
/// each are one transaction, so that a crash loses no more than one portion's work and repeats none.
public struct ProcessingLane: Sendable {
    let facilities: Facilities
    let now: @Sendable () -> Instant

    public init(facilities: Facilities, now: @escaping @Sendable () -> Instant) {
        self.facilities = facilities
        self.now = now
    }

    public func serve(_ lane: LeasedLane) async throws {
        var single = Singles()
        for (item, parked) in zip(lane.items, try await parked(lane.items)) {
            do {
                try await take(item, parked, &single, of: lane)
            } catch  where Self.isUnreadable(error) {
                try await bury(item, because: error, of: lane)
            }
        }
        try await settle(&single, of: lane)
    }

    private func take(
        _ item: WorkItem, _ parked: (Delivery, Delivery.Content)?, _ single: inout Singles,
        of lane: LeasedLane
    ) async throws {
        guard let (delivery, content) = parked else { throw ProcessingError.noContent }
        if try await isHeldForRehearsal(delivery, content, item, of: lane) { return }
        switch delivery.form {
        case .json:
            single.append(try await message(of: delivery, content), of: delivery, item)
            if single.portion.isFull { try await settle(&single, of: lane) }
        case .xml:
            try await settle(&single, of: lane)
            try await settle(delivery, content, item, of: lane)
        }
    }

    /// Whether what was parked cannot be read, now or ever: anything else may pass.
    private static func isUnreadable(_ error: any Error) -> Bool {
        switch error {
        case ProcessingError.noContent, BlobError.notFound, BlobError.damaged: true
        case is SealingError, is BatchRejection, is DeliveryError: true
        default: false
        }
    }

    /// Sets a delivery aside for an operator to look at, so that it does not hold up what comes after it.
    private func bury(_ item: WorkItem, because error: any Error, of lane: LeasedLane) async throws {
        try await facilities.database.write { transaction in
            try lane.bury(
                item, reason: "the parked content cannot be read: \(type(of: error))", in: transaction)
        }
    }

    /// The deliveries of a lease in one view: one for each costs more than reading it.
    private func parked(_ items: [WorkItem]) async throws -> [(Delivery, Delivery.Content)?] {
        try await facilities.database.read { transaction in
            try items.map { item in
                guard let id = Delivery.ID(value: .bytes(item.payload)),
                    let delivery = try Delivery.find(id, in: transaction)
                else { return nil }
                return (delivery, try Delivery.content(of: id, in: transaction))
            }
        }
    }
}

/// Single messages that share a portion.
private struct Singles {
    var portion = Portion()
    var items: [WorkItem] = []

    mutating func append(_ offered: OfferedMessage, of delivery: Delivery, _ item: WorkItem) {
        portion.append(offered, at: 1, of: delivery)
        items.append(item)
    }
}

extension ProcessingLane {
    private func settle(_ singles: inout Singles, of lane: LeasedLane) async throws {
        guard !singles.items.isEmpty else { return }
        let items = singles.items
        try await Settling(facilities: facilities, now: now()).settle(singles.portion) { transaction in
            for item in items { try lane.complete(item, in: transaction) }
        }
        singles = Singles()
    }

    func message(
        of delivery: Delivery, _ content: Delivery.Content
    ) async throws -> OfferedMessage {
        let body = try await facilities.open(content, of: delivery.id)
        return try JSONMessage.read(body, limits: facilities.limits).offered
    }
}

extension ProcessingLane {
    /// Takes a batch on from where its last portion ended.
    private func settle(
        _ delivery: Delivery, _ content: Delivery.Content, _ item: WorkItem, of lane: LeasedLane
    ) async throws {
        guard case .blob(let blob) = content else { throw ProcessingError.noContent }
        var arrived: [(position: Int, offered: OfferedMessage)] = []
        let reader = BatchReader(attachmentByteLimit: facilities.limits.attachmentBytes) {
            position, offered in
            if position > delivery.handledCount { arrived.append((position, offered)) }
        }
        var portion = Portion()
        for try await piece in try await facilities.blobs.read(blob) {
            try piece.withUnsafeBytes { try reader.feed($0) }
            for (position, offered) in arrived {
                portion.append(offered, at: position, of: delivery)
                if portion.isFull || position == delivery.messageCount {
                    try await settle(&portion, item, of: lane, isLast: position == delivery.messageCount)
                }
            }
            arrived.removeAll(keepingCapacity: true)
        }
        _ = try reader.finish()
    }

    private func settle(
        _ portion: inout Portion, _ item: WorkItem, of lane: LeasedLane, isLast: Bool
    ) async throws {
        let handled = portion.entries.last?.position ?? 0
        try await Settling(facilities: facilities, now: now()).settle(portion) { transaction in
            if isLast {
                try lane.complete(item, in: transaction)
            } else {
                try lane.progress(item, Array("\(handled)".utf8), in: transaction)
            }
        }
        portion = Portion()
    }
}
