public import CivilTime
public import Identity
public import XML

/// Why a request of the validation or the subscription service was refused at once; nothing of it is kept,
/// and nobody was looked up.
public enum RequestError: Error, Sendable {
    /// The body is no JSON object.
    case notJSON
    /// The body is no document of the interface's schema.
    case document(DocumentFault)
    /// All that is wrong with its fields.
    case fields([FieldFault])
    /// Larger than one request may be; the limit in bytes.
    case tooLarge(limitBytes: Int)
    /// The message type does not exist for this organisation, or is not active.
    case typeNotSupported
    /// The OIN is not the caller's, and gave it no mandate.
    case notYourOrganisation(OIN)
    /// The same request id came before with another question.
    case requestIDReused
    /// Every night that may be planned for is full; the first moment at which one may have room again.
    case nightsFull(until: Instant)
    /// The request cannot be written now, such as on a full disk; the cause is for the log.
    case cannotBeKept(cause: String)
}
