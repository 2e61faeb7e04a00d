import CivilTime
import XML

/// The check of one `Bericht` against `batch-request-types.xsd`, which also reads its values.
///
/// Written out instead of leaving it to libxml2: that would need the whole document in memory, costs five
/// times the parsing, and cannot say which message of a thousand is at fault. It agrees with libxml2, and a
/// test holds it to that over ten thousand mutated messages. Where it deliberately does not:
///
/// - an empty `PublicatieDatum` means now (decision 7), though the schema refuses it;
/// - white space around dates and whole numbers is allowed, as the schema says and libxml2 2.9 does not know;
/// - a date or number of more than ``FieldText/keptBytesMinimum`` bytes is a fault.
///
/// Where libxml2 is the stricter or the laxer one without harm, it is followed: no CDATA section between
/// elements, and base64 with characters that are none.
///
/// What other rules say of the order, the occurrence and the text between elements stands in
/// ``BatchStructure``.
struct MessageCheck {
    private let attachmentByteLimit: Int
    private var message: Draft
    private var text = FieldText()
    private var base64: Base64Content?
    private var integerRange: IntegerRange?

    init(attachmentByteLimit: Int) {
        self.attachmentByteLimit = attachmentByteLimit
        message = Draft()
    }

    mutating func begin() {
        message = Draft()
    }

    mutating func fault(_ element: BatchElement, _ rule: SchemaFault.Rule) {
        guard message.faults.count < SchemaFault.countMaximum else { return }
        message.faults.append(SchemaFault(element, rule))
    }

    mutating func open(_ element: BatchElement, integerRange range: IntegerRange?) {
        guard case .value(let rule) = element.content else {
            if element == .bijlage { message.attachments.append(OfferedAttachment()) }
            return
        }
        integerRange = range
        switch rule {
        case .base64:
            text = FieldText()
            base64 = Base64Content(byteLimit: isAttachmentKept ? attachmentByteLimit : 0)
        case .text(let limit): text = FieldText(limit: limit)
        default: text = FieldText()
        }
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        if base64 == nil {
            text.append(piece)
        } else {
            base64?.append(piece)
        }
    }

    mutating func close(_ element: BatchElement) {
        switch element.content {
        case .sequence:
            if element == .bijlage, !isAttachmentKept { message.attachments.removeLast() }
        case .value(let rule):
            check(element, rule)
        }
    }

    /// One attachment more than allowed is looked at for its faults and then dropped.
    private var isAttachmentKept: Bool { message.attachments.count <= MessageLimits.attachments }

    private mutating func check(_ element: BatchElement, _ rule: ValueRule) {
        switch rule {
        case .guid:
            if text.isCut || !LexicalValue.isSchemaGUID(text.string) { fault(element, .guid) }
            keep(element)
        case .text(let limit):
            if !limit.admits(scalarCount: text.scalarCount) { fault(element, .length) }
            keep(element)
        case .exactly(let choice):
            if text.isCut || text.bytes != Array(choice.utf8) { fault(element, .choice) }
        case .dateTime:
            checkMoment(element)
        case .integer:
            guard !text.isCut, let number = LexicalValue.integer(text.bytes, in: integerRange) else {
                return fault(element, .integer)
            }
            changeAttachment { $0.order = number }
        case .base64:
            let content = base64?.finish()
            base64 = nil
            guard let content else { return fault(element, .base64) }
            changeAttachment { $0.content = content }
        }
    }

    private mutating func checkMoment(_ element: BatchElement) {
        if element == .publicatieDatum, !text.isCut, LexicalValue.isBlank(text.bytes) {
            message.hasEmptyPublication = true
            return
        }
        guard !text.isCut, let moment = LexicalValue.moment(text.bytes) else {
            return fault(element, .dateTime)
        }
        if element == .publicatieDatum {
            message.publishAt = message.publishAt ?? moment
        } else {
            message.actionDeadline = message.actionDeadline ?? moment
        }
    }

    private mutating func keep(_ element: BatchElement) {
        if element == .omschrijving {
            let description = text.string
            changeAttachment { $0.description = description }
        } else if message.texts[element] == nil {
            message.texts[element] = text.string
        }
    }

    private mutating func changeAttachment(_ change: (inout OfferedAttachment) -> Void) {
        guard !message.attachments.isEmpty else { return }
        change(&message.attachments[message.attachments.count - 1])
    }

    func finish(messageID: SupplierGUID) -> OfferedMessage {
        var offered = OfferedMessage(messageID: messageID)
        offered.batchID = message.texts[.messageBatchID] ?? ""
        offered.typeCode = message.texts[.berichtType]
        offered.publication = message.publishAt.map { .at($0) } ?? .now
        offered.hasEmptyPublication = message.hasEmptyPublication
        offered.actionDeadline = message.actionDeadline
        offered.subject = message.texts[.onderwerp] ?? ""
        offered.text = message.texts[.berichtTekst]
        offered.reference = message.texts[.referentie]
        offered.recipient = message.texts[.gebruikerID] ?? ""
        offered.attachments = message.attachments.enumerated()
            .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .map(\.element)
        offered.faults = message.faults
        return offered
    }
}

/// What has been read of the message so far. Where a text stands twice, the first counts; it is a fault
/// anyway.
private struct Draft {
    var texts: [BatchElement: String] = [:]
    var publishAt: Instant?
    var hasEmptyPublication = false
    var actionDeadline: Instant?
    var attachments: [OfferedAttachment] = []
    var faults: [SchemaFault] = []
}
