import Blobs
public import CivilTime
public import Identity
import Journal
import SQL
public import Work

extension SubscriptionRequest {
    /// Takes a request on for the first night that has room for it; it is acknowledged after it is on disk.
    /// The same request under the same id gets the first answer again.
    ///
    /// - Parameters:
    ///   - caller: the organisation that asks, for itself or for one that mandated it.
    ///   - name: how the caller came in, for the audit trail.
    ///   - idempotencyKey: by which the caller may ask again without a second request.
    public static func ask(
        _ question: SubscriptionQuestion, by caller: Organisation, name: String, rules: SubscriptionRules,
        idempotencyKey: IdempotencyKey? = nil, facilities: Facilities, at now: Instant
    ) async throws -> SubscriptionRequest {
        let asking = Asking(
            question: question, id: .new(milliseconds: now.microseconds / 1_000), caller: caller, name: name,
            rules: rules, idempotencyKey: idempotencyKey,
            numbers: try await store(question.packedNumbers, facilities: facilities), now: now)
        let (request, isNew) = try await facilities.database.write { try asking.ask(in: $0) }
        if isNew, request.startsAt <= now { facilities.bell.ring(.subscriptions) }
        return request
    }

    private static func store(
        _ numbers: [UInt8]?, facilities: Facilities
    ) async throws -> StoredBlob? {
        guard let numbers else { return nil }
        do {
            return try await facilities.blobs.store([numbers], on: .subscriptions)[0]
        } catch {
            guard case BlobError.cannotWrite = error else { throw error }
            throw RequestError.cannotBeKept(cause: "\(error)")
        }
    }
}

/// A question that has been checked at the door and is ready to be taken on.
private struct Asking: Sendable {
    let question: SubscriptionQuestion
    let id: SubscriptionRequest.ID
    let caller: Organisation
    let name: String
    let rules: SubscriptionRules
    let idempotencyKey: IdempotencyKey?
    let numbers: StoredBlob?
    let now: Instant

    func ask(in transaction: any Transaction) throws -> (SubscriptionRequest, isNew: Bool) {
        let organisation = try caller.actingFor(question.supplier, in: transaction)
        if let earlier = try earlier(of: organisation.id, in: transaction) { return (earlier, false) }
        let plan = try NightPlan.first(for: question.kind, rules: rules, in: transaction, at: now)
        try numbers?.insert(in: transaction)
        try insert(for: organisation.id, plan, in: transaction)
        try idempotencyKey?.note(
            id, of: .subscription, for: organisation.id, hash: question.hash, in: transaction, at: now)
        try AuditEntry(
            actor: .organisation("\(caller.id)", name: name), act: "subscription.ask",
            object: .init(kind: "subscription-request", id: "\(id)"), detail: question.kind.rawValue, at: now
        ).record(in: transaction)
        try Work.enqueue(.run(id, of: organisation.id, at: plan.startsAt), in: transaction, at: now)
        guard let request = try SubscriptionRequest.find(id, in: transaction) else {
            preconditionFailure("the row was written in this act")
        }
        return (request, true)
    }

    private func earlier(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> SubscriptionRequest? {
        let known: SubscriptionRequest.ID? = try idempotencyKey?.result(
            of: .subscription, for: organisation, hash: question.hash, in: transaction)
        if let known { return try SubscriptionRequest.find(known, in: transaction) }
        guard let requestID = question.requestID else { return nil }
        let found = try transaction.first(
            """
            SELECT id, question_hash FROM subscription_request
            WHERE organisation_id = \(organisation) AND request_key = \(requestID.key)
            """
        ) { row in (try row.next(SubscriptionRequest.ID.self), try row.next([UInt8].self)) }
        guard let (id, hash) = found else { return nil }
        guard hash == question.hash else { throw RequestError.requestIDReused }
        return try SubscriptionRequest.find(id, in: transaction)
    }

    private func insert(
        for organisation: Organisation.ID, _ plan: NightPlan, in transaction: any Transaction
    ) throws {
        let requestID = question.requestID?.text ?? "\(id)"
        let (kind, since) = (question.kind, question.since)
        try transaction.run(
            """
            INSERT INTO subscription_request
              (id, organisation_id, asked_by, request_key, request_id, question_hash, kind, since,
               numbers_blob_id, asked_at, night, starts_at, expected_at, state)
            VALUES
              (\(id), \(organisation), \(caller.id), \(requestID.lowercased()), \(requestID),
               \(question.hash), \(kind), \(since), \(numbers?.id), \(now), \(plan.date.dayNumber),
               \(plan.startsAt), \(plan.expectedAt), \(SubscriptionRequest.State.waiting))
            """)
    }
}

extension NewWorkItem {
    static func run(
        _ id: SubscriptionRequest.ID, of organisation: Organisation.ID, at startsAt: Instant
    ) -> NewWorkItem {
        NewWorkItem(
            kind: .subscriptions, destination: "\(organisation)", payload: id.bytes, dueAt: startsAt)
    }
}

extension WorkKind {
    /// Requests of the subscription service: one lane for each organisation.
    public static let subscriptions = WorkKind("subscriptions")
}
