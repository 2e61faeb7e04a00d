public import CivilTime

/// One message as a supplier offered it, read and checked against the schema. With faults it is only good for
/// a line in the report; what could be read of it is there nevertheless.
public struct OfferedMessage: Sendable {
    /// `BatchID` as it stands in the message; it ought to be that of the batch.
    public var batchID = ""
    public let messageID: SupplierGUID
    /// As sent, though a code far too long is cut off; nil when there is none.
    public var typeCode: String?
    public var publication = Publication.now
    /// `EindDatumHandelingsTermijn`: until when the citizen can act.
    public var actionDeadline: Instant?
    public var subject = ""
    public var text: String?
    public var reference: String?
    /// `GebruikerID` as sent: a BSN, if all is well. Personal.
    public var recipient = ""
    /// At most ``MessageLimits/attachments``, in the order of `Volgorde`.
    public var attachments: [OfferedAttachment] = []
    /// Empty when the message is valid.
    public var faults: [SchemaFault] = []
    /// Whether `PublicatieDatum` was there without a value: read as now, though the schema refuses it.
    public var hasEmptyPublication = false

    public init(messageID: SupplierGUID) {
        self.messageID = messageID
    }

    public enum Publication: Hashable, Sendable {
        case now
        case at(Instant)
    }
}

public struct OfferedAttachment: Hashable, Sendable {
    public enum Content: Hashable, Sendable {
        case bytes([UInt8])
        /// More than the reader was told to keep; nothing of it is kept.
        case tooLarge(byteCount: Int)
    }

    /// `Volgorde`: the place among the attachments.
    public var order: Int32 = 0
    public var description = ""
    public var content = Content.bytes([])

    public init() {}
}
