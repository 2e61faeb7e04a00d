import XML

/// Reads one batch as its bytes come in, in bounded memory, for one of two uses.
///
/// At the door it looks at the structure only: what refuses the batch is found, the content of messages is
/// passed over at nearly the speed of the parser.
///
///     let reader = BatchReader()
///     for try await chunk in body { try chunk.withUnsafeReadableBytes { try reader.feed($0) } }
///     let envelope = try reader.finish()
///
/// In processing it also checks each message and hands it on as soon as it ends, in order. Both go through
/// the same states, so what passed the door is read without surprise.
///
/// One reader reads one batch and stays with one task at a time.
public final class BatchReader {
    private let parser = PushParser(vocabulary: BatchElement.vocabulary)
    private var structure: BatchStructure

    /// A reader for the door.
    public init() {
        structure = BatchStructure(check: nil)
    }

    /// A reader for processing. Attachments longer than the limit are counted, not kept. The closure gets
    /// each message with its number, counting from 1; what it throws ends the reading.
    public init(attachmentByteLimit: Int, onMessage: @escaping (Int, OfferedMessage) throws -> Void) {
        structure = BatchStructure(
            check: MessageCheck(attachmentByteLimit: attachmentByteLimit), onMessage: onMessage)
    }

    /// What the batch says of itself, known before its first message is handed on.
    public var batchID: SupplierGUID? { structure.batchID }

    /// Reads the next bytes. Throws ``BatchRejection``, or what the closure for messages throws.
    public func feed(_ bytes: UnsafeRawBufferPointer) throws {
        try rejecting { try parser.feed(bytes) { try structure.take($0, parser) } }
    }

    /// Ends the batch; one that stops half-way is not well-formed.
    public func finish() throws -> BatchEnvelope {
        try rejecting { try parser.finish { try structure.take($0, parser) } }
        return try structure.envelope(parser)
    }

    private func rejecting(_ read: () throws -> Void) throws {
        do {
            try read()
        } catch let error as XMLError {
            throw BatchRejection(error, messageNumber: structure.messageNumber, batchID: structure.batchID)
        }
    }
}

extension BatchRejection {
    init(_ error: XMLError, messageNumber: Int?, batchID: SupplierGUID?) {
        let (reason, detail): (Reason, String?) =
            switch error {
            case .notWellFormed(_, let detail): (.notWellFormed, detail)
            case .documentTypeNotAllowed: (.documentTypeNotAllowed, nil)
            case .beyondLimit(let limit, _): (.beyondLimit, limit.meaning)
            }
        self.init(
            reason: reason, position: error.position, messageNumber: messageNumber, detail: detail,
            batchID: batchID)
    }
}
