import CivilTime
import XML

/// Where the reading of a batch is: the open elements, what the batch has said of itself, and in processing
/// the check of the message at hand.
///
/// A defect around the messages refuses the batch. A defect within a message is the fault of that message,
/// except that each must have exactly one usable id: without it a report could not say which message it
/// speaks of.
struct BatchStructure {
    private(set) var batchID: SupplierGUID?
    private var createdAt: Instant?
    private var supplierID: String?
    private var messageCount = 0

    private var open: [OpenElement] = []
    /// How deep the reading is in an element that does not belong; nothing in it is looked at.
    private var passedOver = 0
    /// The text of the element at hand, where it matters to the batch.
    private var value: FieldText?
    private var messageID = MessageIDReading()

    private var check: MessageCheck?
    private let onMessage: (Int, OfferedMessage) throws -> Void

    init(check: MessageCheck?, onMessage: @escaping (Int, OfferedMessage) throws -> Void = { _, _ in }) {
        self.check = check
        self.onMessage = onMessage
    }

    /// The message that the reading is in, counting from 1.
    var messageNumber: Int? {
        open.count > 1 && open[1].element == .bericht ? messageCount : nil
    }

    func envelope(_ parser: PushParser) throws -> BatchEnvelope {
        guard let batchID, let createdAt, let supplierID else {
            throw rejection(.missingElement, parser, "BatchInformatie")
        }
        return BatchEnvelope(
            batchID: batchID, createdAt: createdAt, supplierID: supplierID, messageCount: messageCount)
    }

    mutating func take(_ event: XMLEvent, _ parser: PushParser) throws {
        switch event {
        case .start(let tag): try start(tag, parser)
        case .end: try end(parser)
        case .text(let piece): try text(piece, isSection: false, parser)
        case .section(let piece): try text(piece, isSection: true, parser)
        }
    }

    // MARK: Starts

    private mutating func start(_ tag: StartTag, _ parser: PushParser) throws {
        guard passedOver == 0 else {
            passedOver += 1
            return
        }
        let element = tag.known.flatMap(BatchElement.init(rawValue:))
        guard let parent = open.last?.element else {
            guard element == .berichten else { throw rejection(.wrongRoot, parser) }
            return try enter(.berichten, tag, parser)
        }
        if parent.isOfMessage {
            try startInMessage(element, in: parent, tag, parser)
        } else {
            try startInEnvelope(element, in: parent, tag, parser)
        }
    }

    private mutating func startInEnvelope(
        _ element: BatchElement?, in parent: BatchElement, _ tag: StartTag, _ parser: PushParser
    ) throws {
        let admission = element.map { open[open.count - 1].admit($0) } ?? .foreign
        switch (element, admission) {
        case (let element?, .inOrder):
            try enter(element, tag, parser)
        case (_, .inOrderWithout(let leftOut)):
            throw rejection(.missingElement, parser, leftOut.localName)
        case (.bericht, .outOfOrder):
            throw rejection(.tooManyMessages, parser)
        default:
            throw rejection(.unexpectedElement, parser, "in \(parent.localName)")
        }
    }

    /// A message is read on in spite of a fault, so that its report can name its type, and all faults come
    /// together.
    private mutating func startInMessage(
        _ element: BatchElement?, in parent: BatchElement, _ tag: StartTag, _ parser: PushParser
    ) throws {
        guard !open[open.count - 1].isValue else {
            check?.fault(parent, .elementInText)
            if parent == .berichtID { messageID.spoil() }
            passedOver = 1
            return
        }
        let admission = element.map { open[open.count - 1].admit($0) } ?? .foreign
        guard let element else {
            check?.fault(parent, .unknownElement)
            passedOver = 1
            return
        }
        switch admission {
        case .inOrder: break
        case .inOrderWithout(let leftOut): check?.fault(leftOut, .missing)
        case .outOfOrder: check?.fault(element, .order)
        case .foreign:
            check?.fault(parent, .unknownElement)
            passedOver = 1
            return
        }
        try enter(element, tag, parser)
    }

    private mutating func enter(_ element: BatchElement, _ tag: StartTag, _ parser: PushParser) throws {
        if element == .bericht { beginMessage() }
        var range: IntegerRange?
        if tag.attributeCount > 0 {
            switch XSIAttributes.judge(tag, of: element) {
            case .allowed(let narrowed): range = narrowed
            case .refused where element.isOfMessage: check?.fault(element, .attribute)
            case .refused: throw rejection(.unexpectedAttribute, parser, element.localName)
            }
        }
        open.append(OpenElement(element))
        switch element {
        case .berichtID:
            messageID.begin()
        case .batchID, .aanmaakDatum, .berichtLeverancierID:
            value = FieldText(limit: MessageLimits.supplierID)
        default: break
        }
        check?.open(element, integerRange: range)
    }

    private mutating func beginMessage() {
        messageCount += 1
        messageID = MessageIDReading()
        check?.begin()
    }

    // MARK: Text

    private mutating func text(
        _ piece: UnsafeBufferPointer<UInt8>, isSection: Bool, _ parser: PushParser
    ) throws {
        guard passedOver == 0, let current = open.last else { return }
        let element = current.element
        guard current.isValue else {
            // Like libxml2, no CDATA section between elements, not even an empty one.
            guard isSection || !piece.allSatisfy(XMLCharacter.isWhitespace) else { return }
            guard element.isOfMessage else {
                throw rejection(.unexpectedText, parser, "in \(element.localName)")
            }
            check?.fault(element, .textBetween)
            return
        }
        if element.isOfMessage {
            if element == .berichtID { messageID.append(piece) }
            check?.append(piece)
        } else {
            value?.append(piece)
        }
    }

    // MARK: Ends

    private mutating func end(_ parser: PushParser) throws {
        guard passedOver == 0 else {
            passedOver -= 1
            return
        }
        guard let ended = open.last else { return }
        let element = ended.element
        if let missing = ended.missing {
            if !element.isOfMessage { throw absent(missing, parser) }
            check?.fault(missing, .missing)
        }
        if element.isOfMessage {
            try endInMessage(element, parser)
        } else {
            try readValue(of: element, parser)
        }
        open.removeLast()
    }

    private mutating func endInMessage(_ element: BatchElement, _ parser: PushParser) throws {
        check?.close(element)
        guard element == .bericht else { return }
        guard messageID.count == 1 else { throw rejection(.messageIDNotOne, parser) }
        guard let id = messageID.guid else { throw rejection(.messageIDNotGUID, parser) }
        if let message = check?.finish(messageID: id) { try onMessage(messageCount, message) }
    }

    private mutating func readValue(of element: BatchElement, _ parser: PushParser) throws {
        guard let text = value else { return }
        value = nil
        switch element {
        case .batchID:
            batchID = text.isCut ? nil : SupplierGUID(text.string)
            if batchID == nil { throw rejection(.batchIDNotGUID, parser) }
        case .aanmaakDatum:
            createdAt = text.isCut ? nil : LexicalValue.moment(text.bytes)
            if createdAt == nil { throw rejection(.creationDateInvalid, parser) }
        default:
            guard MessageLimits.supplierID.admits(scalarCount: text.scalarCount) else {
                throw rejection(.supplierIDInvalid, parser)
            }
            supplierID = text.string
        }
    }

    private func absent(_ element: BatchElement, _ parser: PushParser) -> BatchRejection {
        element == .bericht
            ? rejection(.noMessages, parser) : rejection(.missingElement, parser, element.localName)
    }

    private func rejection(
        _ reason: BatchRejection.Reason, _ parser: PushParser, _ detail: String? = nil
    ) -> BatchRejection {
        BatchRejection(
            reason: reason, position: parser.position, messageNumber: messageNumber, detail: detail,
            batchID: batchID)
    }
}

/// The `BerichtID` of one message: how many there are, and whether the first is usable.
private struct MessageIDReading {
    private(set) var count = 0
    private var text = FieldText()
    private var isSpoilt = false

    mutating func begin() {
        count += 1
        text = FieldText()
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        text.append(piece)
    }

    /// An element within the id: what it would be is anybody's guess.
    mutating func spoil() {
        isSpoilt = true
    }

    var guid: SupplierGUID? {
        isSpoilt || text.isCut ? nil : SupplierGUID(text.string)
    }
}
