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
    /// Nil but in preproduction.
    public let rehearsal: Rehearsal?

    public init(
        database: any Database, blobs: any BlobStore, keys: KeyRing, bell: WorkBell, limits: DeliveryLimits,
        rehearsal: Rehearsal?
    ) {
        self.database = database
        self.blobs = blobs
        self.keys = keys
        self.bell = bell
        self.limits = limits
        self.rehearsal = rehearsal
    }
}

extension Facilities {
    /// Whether people hear of what arrives: in preproduction nobody does.
    var tellsPeople: Bool { rehearsal == nil }
}

/// The bounds on a delivery that the agreement or the interface description sets; they come from data, not
/// from here.
public struct DeliveryLimits: Sendable {
    /// SNO-10: the attachments of one message together, before encoding.
    public let attachmentBytes: Int
    /// One batch as it is sent, encoded.
    public let batchBytes: Int
    /// How far ahead a message may be published, and how long ago a batch may be made.
    public let dateRangeSeconds: Int64
    /// How long parked content is kept after receipt.
    public let parkedSeconds: Int64

    public init(attachmentBytes: Int, batchBytes: Int, dateRangeSeconds: Int64, parkedSeconds: Int64) {
        self.attachmentBytes = attachmentBytes
        self.batchBytes = batchBytes
        self.dateRangeSeconds = dateRangeSeconds
        self.parkedSeconds = parkedSeconds
    }
}
