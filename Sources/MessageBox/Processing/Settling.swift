import Blobs
import CivilTime
import Identity
import Journal
import SQL
import Sealing
import Work

/// Takes one portion from the park to the boxes: log, judge, seal, and then everything that changes in one
/// transaction.
struct Settling: Sendable {
    let facilities: Facilities
    let now: Instant

    /// - Parameter finish: runs in the same transaction, after the portion's changes: completes the work
    ///   items.
    func settle(
        _ portion: Portion, finish: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws {
        try await log(portion)
        let verdicts = try await judge(portion)
        let places = try await prepare(portion, verdicts)
        let wakes = try await facilities.database.write { transaction in
            var hasNotified = false
            var tally = SupplyTally()
            for (entry, place) in zip(portion.entries, places) {
                let isNotified = try record(entry, place, &tally, in: transaction)
                hasNotified = hasNotified || isNotified
            }
            try tally.write(in: transaction, at: now)
            let hasPushed = try advanceDeliveries(of: portion, in: transaction)
            try finish(transaction)
            return (notification: hasNotified, push: hasPushed)
        }
        if wakes.notification {
            facilities.bell.ring(.notification)
            facilities.bell.ring(.devices)
        }
        if wakes.push { facilities.bell.ring(.reportPush) }
    }

    /// The look-up of people leaves its lines before it happens, one row for each organisation in the
    /// portion.
    private func log(_ portion: Portion) async throws {
        let (keys, now) = (facilities.keys, now)
        let byOrganisation = Dictionary(grouping: portion.entries, by: \.delivery.organisation)
        try await facilities.database.write { transaction in
            for (organisation, entries) in byOrganisation.sorted(by: { $0.key < $1.key }) {
                let subjects = entries.compactMap { BSN($0.offered.recipient) }
                    .map { keys.pseudonym(of: $0.digits, for: .log) }
                guard !subjects.isEmpty,
                    let organisation = try Organisation.find(organisation, in: transaction)
                else { continue }
                try ProcessingLine(
                    activity: .deliverMessage, organisation: organisation.oin.digits, subjects: subjects,
                    at: now
                ).record(in: transaction)
            }
        }
    }

    private func judge(_ portion: Portion) async throws -> [Verdict] {
        let (facilities, now) = (facilities, now)
        return try await facilities.database.read { transaction in
            let judging = Judging(facilities: facilities, transaction: transaction, now: now)
            return try portion.entries.map { try judging.verdict(on: $0) }
        }
    }

    /// Seals what was accepted and puts the attachments of the whole portion on disk with one sync.
    private func prepare(_ portion: Portion, _ verdicts: [Verdict]) async throws -> [Place] {
        var contents: [[UInt8]] = []
        for (entry, verdict) in zip(portion.entries, verdicts) {
            if case .accepted = verdict { contents += entry.offered.attachments.compactMap(\.bytes) }
        }
        // Without attachments there is nothing to wait for the disk for.
        var blobs =
            contents.isEmpty ? [] : try await facilities.blobs.store(contents, on: .attachments)[...]
        return try zip(portion.entries, verdicts).map { entry, verdict in
            switch verdict {
            case .rejected(let code, let stage):
                return .report(code, stage)
            case .accepted(let addressee):
                let own = blobs.prefix(entry.offered.attachments.count)
                blobs = blobs.dropFirst(own.count)
                return .box(
                    try SealedMessage(
                        entry, for: addressee, blobs: Array(own), keys: facilities.keys, at: now))
            }
        }
    }

    /// Writes one message with its line in the report; says whether somebody is to be notified.
    private func record(
        _ entry: Portion.Entry, _ place: Place, _ tally: inout SupplyTally, in transaction: any Transaction
    ) throws -> Bool {
        switch place {
        case .report(let code, let stage):
            try line(entry, code, stage, &tally, in: transaction)
            return false
        case .box(let message):
            guard try message.takeKey(entry, in: transaction) else {
                try line(entry, .alreadyExists, .storing, &tally, in: transaction)
                return false
            }
            try message.insert(entry, in: transaction, at: now)
            try line(entry, .processed, .notApplicable, &tally, in: transaction)
            return message.isNotified
        }
    }

    private func line(
        _ entry: Portion.Entry, _ code: ProcessingCode, _ stage: Stage, _ tally: inout SupplyTally,
        in transaction: any Transaction
    ) throws {
        tally.add(entry, code, stage)
        try entry.makeFindable(code, keys: facilities.keys, in: transaction)
        try transaction.run(
            """
            INSERT INTO report_line
              (delivery_id, position, message_id, type_code, code, stage, attachment_bytes)
            VALUES (\(entry.delivery.id), \(entry.position), \(entry.offered.messageID.text),
              \(entry.offered.typeCode ?? ""), \(code), \(stage),
              \(entry.offered.attachmentBytes))
            """)
    }

    /// Moves each delivery on by what was handled, and offers the report of each that is done; says whether
    /// one is to be pushed.
    private func advanceDeliveries(of portion: Portion, in transaction: any Transaction) throws -> Bool {
        var hasPushed = false
        for (id, entries) in Dictionary(grouping: portion.entries, by: \.delivery.id) {
            guard let first = entries.first, let last = entries.last else { continue }
            let moved = try transaction.run(
                """
                UPDATE delivery SET handled_count = \(last.position)
                WHERE id = \(id) AND handled_count = \(first.position - 1)
                """)
            guard moved == 1 else { throw ProcessingError.overtaken }
            if last.position == first.delivery.messageCount {
                let isPushed = try Report.offer(first.delivery, in: transaction, at: now)
                hasPushed = hasPushed || isPushed
            }
        }
        return hasPushed
    }

    private enum Place {
        case report(ProcessingCode, Stage)
        case box(SealedMessage)
    }
}

enum ProcessingError: Error, Equatable {
    /// Another worker handled this part of the delivery; nothing of this portion was kept.
    case overtaken
    /// The parked content is gone or cannot be read; an operator must look at the dead letter.
    case noContent
}
