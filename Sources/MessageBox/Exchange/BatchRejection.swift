public import XML

/// Why a batch is refused whole, before anything of it is kept. Whoever sent it must mend it and send it
/// again.
///
/// No text of the batch is in it, except a batch id that is a GUID: the supplier finds his own batch by that.
public struct BatchRejection: Error, Hashable, Sendable {
    public let reason: Reason
    public let position: XMLPosition
    /// Counting from 1; nil when it is not about a message.
    public let messageNumber: Int?
    /// What was wrong in more detail: the parser's words, or the name of an element in the schema.
    public let detail: String?
    /// Nil when the batch id had not been read yet, or is none.
    public let batchID: SupplierGUID?

    /// Stable names: clients may be programmed by them.
    public enum Reason: String, CaseIterable, Sendable {
        case notWellFormed = "not-well-formed"
        case documentTypeNotAllowed = "document-type-not-allowed"
        case beyondLimit = "beyond-limit"
        case wrongRoot = "wrong-root"
        case unexpectedElement = "unexpected-element"
        case unexpectedText = "unexpected-text"
        case unexpectedAttribute = "unexpected-attribute"
        case missingElement = "missing-element"
        case batchIDNotGUID = "batch-id-not-guid"
        case creationDateInvalid = "creation-date-invalid"
        case supplierIDInvalid = "supplier-id-invalid"
        case noMessages = "no-messages"
        case tooManyMessages = "too-many-messages"
        case messageIDNotOne = "message-id-not-one"
        case messageIDNotGUID = "message-id-not-guid"
    }
}

extension BatchRejection: CustomStringConvertible {
    /// A sentence for the supplier's engineer.
    public var description: String {
        let place = "line \(position.line), column \(position.column)"
        let message = messageNumber.map { ", message \($0)" } ?? ""
        return "\(reason.meaning)\(detail.map { ": \($0)" } ?? "") (\(place)\(message))"
    }
}

extension BatchRejection.Reason {
    public var meaning: String {
        switch self {
        case .notWellFormed: "the batch is not well-formed XML"
        case .documentTypeNotAllowed: "a DOCTYPE or an entity of the document's own is not allowed"
        case .beyondLimit: "the batch is beyond a limit of this interface"
        case .wrongRoot: "the document is not a Berichten of the batch namespace"
        case .unexpectedElement: "an element does not belong here"
        case .unexpectedText: "text stands between elements"
        case .unexpectedAttribute: "an element has an attribute that it may not have"
        case .missingElement: "an element is missing"
        case .batchIDNotGUID: "the BatchID is no GUID of ASCII characters"
        case .creationDateInvalid: "the AanmaakDatum is no date and time"
        case .supplierIDInvalid: "the BerichtLeverancierID is not 1 to 25 characters long"
        case .noMessages: "the batch holds no message"
        case .tooManyMessages: "the batch holds more than \(MessageLimits.messagesInBatch) messages"
        case .messageIDNotOne: "a message has not exactly one BerichtID"
        case .messageIDNotGUID: "a BerichtID is no GUID of ASCII characters"
        }
    }
}
