import Blobs
import CivilTime
import Identity
import Journal
import SQL
import Sealing

/// One run of a request: reads page by page and writes its result to a blob, in memory that does not grow
/// with either. A run that was cut off begins anew.
struct SubscriptionRun: Sendable {
    let request: SubscriptionRequest
    let facilities: Facilities
    let now: @Sendable () -> Instant

    /// A few megabytes of memory, and a view that is soon over.
    static let accountsPerPage = 5_000

    /// - Parameter finish: runs in the transaction that makes the result known: completes the work item.
    func run(finish: @escaping @Sendable (any Transaction) throws -> Void) async throws {
        let startedAt = try await begin()
        let writer = try await facilities.blobs.begin(.subscriptions)
        do {
            let count =
                switch request.kind {
                case .all: try await writeAll(to: writer)
                case .list: try await writeList(to: writer)
                case .changes: try await writeChanges(until: startedAt, to: writer)
                }
            try await end(try await writer.finish(), count, finish)
        } catch {
            await writer.abandon()
            throw error
        }
    }

    /// Notes the start. Reading everybody leaves one line in the log, which is about everybody.
    private func begin() async throws -> Instant {
        let (request, now) = (request, now())
        return try await facilities.database.write { transaction in
            if request.kind == .all, request.startedAt == nil {
                try line(about: nil, in: transaction, at: now)
            }
            let startedAt = request.startedAt ?? now
            try transaction.run(
                """
                UPDATE subscription_request
                SET state = \(SubscriptionRequest.State.running), started_at = \(startedAt)
                WHERE id = \(request.id)
                """)
            return startedAt
        }
    }

    private func end(
        _ blob: StoredBlob, _ count: Int, _ finish: @escaping @Sendable (any Transaction) throws -> Void
    ) async throws {
        let (request, now, blobs) = (request, now(), facilities.blobs)
        try await facilities.database.write { transaction in
            try blob.insert(in: transaction)
            try transaction.run(
                """
                UPDATE subscription_request
                SET state = \(SubscriptionRequest.State.finished), finished_at = \(now),
                  result_count = \(count), result_blob_id = \(blob.id), numbers_blob_id = NULL
                WHERE id = \(request.id)
                """)
            if let numbers = request.numbers { try blobs.delete(numbers, in: transaction) }
            try finish(transaction)
        }
    }

    private func line(
        about subjects: [Pseudonym]?, in transaction: any Transaction, at now: Instant
    ) throws {
        guard let organisation = try Organisation.find(request.organisation, in: transaction) else {
            preconditionFailure("a request refers to its organisation")
        }
        try ProcessingLine(
            activity: .listSubscriptions, organisation: organisation.oin.digits, subjects: subjects, at: now
        ).record(in: transaction)
    }

    /// Leaves the line of these numbers before anything is made of them.
    func log(_ numbers: some Collection<BSN>) async throws {
        guard !numbers.isEmpty else { return }
        let subjects = numbers.map { facilities.keys.pseudonym(of: $0.digits, for: .log) }
        let now = now()
        try await facilities.database.write { try line(about: subjects, in: $0, at: now) }
    }
}

/// A line of a result: five bytes in the blob.
struct SubscriptionLine {
    let number: CitizenNumber
    let isActive: Bool

    static let byteCount = CitizenNumber.byteCount + 1

    func append(to bytes: inout [UInt8]) {
        number.appendPacked(to: &bytes)
        bytes.append(isActive ? 1 : 0)
    }

    init(number: CitizenNumber, isActive: Bool) {
        self.number = number
        self.isActive = isActive
    }

    init(bytes: ArraySlice<UInt8>) {
        number = CitizenNumber(packed: bytes.prefix(CitizenNumber.byteCount))
        isActive = bytes.last == 1
    }
}
