public import CivilTime
public import SQL

/// One act of a person or a system, for the audit trail: who did what to what.
public struct AuditEntry: Sendable, Equatable {
    /// What was acted on: a kind and an id within it. Never a BSN.
    public struct Object: Sendable, Hashable {
        public let kind: String
        public let id: String

        public init(kind: String, id: String) {
            self.kind = kind
            self.id = id
        }
    }

    public let actor: Actor
    /// A verb of the product, such as `batch.accept`.
    public let act: String
    public let object: Object
    /// What else matters, without personal data: a code, a count, a version.
    public let detail: String
    public let at: Instant
    /// The W3C trace that the act was part of.
    public let traceID: String?

    /// A detail is a few words; more belongs to the object itself.
    public static let detailScalarLimit = 500

    public init(
        actor: Actor, act: String, object: Object, detail: String = "", at now: Instant,
        traceID: String? = nil
    ) {
        precondition(detail.unicodeScalars.count <= Self.detailScalarLimit, "a detail is a few words")
        self.actor = actor
        self.act = act
        self.object = object
        self.detail = detail
        at = now
        self.traceID = traceID
    }

    /// Writes the entry with the act itself: neither exists without the other.
    public func record(in transaction: any Transaction) throws {
        let id = Identifier<AuditEntry>.new(milliseconds: at.microseconds / 1_000)
        try transaction.run(
            """
            INSERT INTO audit_entry
              (id, at, actor_kind, actor_id, actor_name, act, object_kind, object_id, detail, trace_id)
            VALUES
              (\(id), \(at), \(actor.kind), \(actor.id), \(actor.name), \(act), \(object.kind),
               \(object.id), \(detail), \(traceID))
            """)
    }
}
