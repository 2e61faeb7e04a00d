import Blobs
public import CivilTime
public import Identity
public import SQL

/// A request of the subscription service: who has an active box and wants my messages (SNO-15 to SNO-17).
public struct SubscriptionRequest: Sendable {
    public typealias ID = Identifier<SubscriptionRequest>

    public enum Kind: String, Sendable, CaseIterable, Storable {
        /// Everybody who does.
        case all
        /// Of the numbers given, those who do.
        case list
        /// Who changed since a moment, and what holds for them now.
        case changes
    }

    public enum State: String, Sendable, Storable {
        case waiting
        case running
        case finished
        case failed
    }

    public let id: ID
    public let organisation: Organisation.ID
    /// The id by which the existing interface knows it; for a request in JSON its own id.
    public let requestID: SupplierGUID
    public let kind: Kind
    /// The moment from which changes count, inclusive; nil for the other kinds.
    public let since: Instant?
    public let askedAt: Instant
    public let state: State
    /// Not before this moment.
    public let startsAt: Instant
    /// At the latest.
    public let expectedAt: Instant
    public let startedAt: Instant?
    public let finishedAt: Instant?
    /// How many lines the result has.
    public let resultCount: Int?
    let numbers: Identifier<Blob>?
    let result: Identifier<Blob>?

    /// The moment up to which the result is complete, to ask the next changes from: acts that were under way
    /// when it was made may have come later.
    public var completeUntil: Instant? { startedAt?.advanced(bySeconds: -Self.underWaySeconds) }

    /// No act is under way for so long.
    static let underWaySeconds: Int64 = 60

    /// Whether it had a result that has passed its term.
    public var isGone: Bool { state == .finished && result == nil }
}

extension SubscriptionRequest {
    public static func find(
        _ id: ID, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> SubscriptionRequest? {
        try transaction.first(
            """
            SELECT id, organisation_id, request_id, kind, since, asked_at, state, starts_at, expected_at,
              started_at, finished_at, result_count, numbers_blob_id, result_blob_id
            FROM subscription_request
            WHERE id = \(id) AND (organisation_id = \(organisation) OR asked_by = \(organisation))
            """, read)
    }

    /// By the id that the supplier gave it.
    public static func find(
        _ requestID: SupplierGUID, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> SubscriptionRequest? {
        try transaction.first(
            """
            SELECT id, organisation_id, request_id, kind, since, asked_at, state, starts_at, expected_at,
              started_at, finished_at, result_count, numbers_blob_id, result_blob_id
            FROM subscription_request
            WHERE request_key = \(requestID.key)
              AND (organisation_id = \(organisation) OR asked_by = \(organisation))
            ORDER BY id
            LIMIT 1
            """, read)
    }

    static func find(_ id: ID, in transaction: any Transaction) throws -> SubscriptionRequest? {
        try transaction.first(
            """
            SELECT id, organisation_id, request_id, kind, since, asked_at, state, starts_at, expected_at,
              started_at, finished_at, result_count, numbers_blob_id, result_blob_id
            FROM subscription_request
            WHERE id = \(id)
            """, read)
    }

    private static func read(_ row: inout Row) throws -> SubscriptionRequest {
        SubscriptionRequest(
            id: try row.next(), organisation: try row.next(), requestID: try row.next(),
            kind: try row.next(), since: try row.next(), askedAt: try row.next(), state: try row.next(),
            startsAt: try row.next(), expectedAt: try row.next(), startedAt: try row.next(),
            finishedAt: try row.next(), resultCount: try row.next(), numbers: try row.next(),
            result: try row.next())
    }
}
