public import Blobs
public import SQL
public import Sealing
public import Work

/// What the acts of the message box work with.
public struct Facilities: Sendable {
    public let database: any Database
    public let blobs: any BlobStore
    public let keys: KeyRing
    /// Rung after a commit that put work in a lane.
    public let bell: WorkBell
    public let limits: DeliveryLimits
    public let notifications: NotificationRules
    /// Nil but in preproduction.
    public let rehearsal: Rehearsal?

    public init(
        database: any Database, blobs: any BlobStore, keys: KeyRing, bell: WorkBell, limits: DeliveryLimits,
        notifications: NotificationRules, rehearsal: Rehearsal?
    ) {
        self.database = database
        self.blobs = blobs
        self.keys = keys
        self.bell = bell
        self.limits = limits
        self.notifications = notifications
        self.rehearsal = rehearsal
    }
}

extension Facilities {
    /// Whether people hear of what arrives: in preproduction nobody does.
    var tellsPeople: Bool { rehearsal == nil }
}

/// The bounds on messages that the agreement, the table of retention or the interface description sets: they
/// come from data, not from here.
public struct DeliveryLimits: Sendable {
    /// SNO-10: the attachments of one message together, before encoding.
    public let attachmentBytes: Int
    /// One batch as it is sent, encoded.
    public let batchBytes: Int
    /// How far ahead a message may be published, and how long ago a batch may be made.
    public let dateRangeSeconds: Int64
    /// How long parked content is kept after receipt.
    public let parkedSeconds: Int64
    /// How long a report can be fetched after it was offered as long as the agreement says.
    public let reportFetchSeconds: Int64
    /// How long an idempotency key stands for the same request.
    public let idempotencyKeySeconds: Int64
    /// How long what was thrown away can be taken back.
    public let binSeconds: Int64

    public init(
        attachmentBytes: Int, batchBytes: Int, dateRangeSeconds: Int64, parkedSeconds: Int64,
        idempotencyKeySeconds: Int64, binSeconds: Int64, reportFetchSeconds: Int64
    ) {
        self.attachmentBytes = attachmentBytes
        self.batchBytes = batchBytes
        self.dateRangeSeconds = dateRangeSeconds
        self.parkedSeconds = parkedSeconds
        self.reportFetchSeconds = reportFetchSeconds
        self.idempotencyKeySeconds = idempotencyKeySeconds
        self.binSeconds = binSeconds
    }
}
