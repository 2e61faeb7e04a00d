public import Identity

/// Why a delivery was refused at once; nothing of it is kept.
public enum DeliveryError: Error, Sendable {
    /// The batch as a whole is not what the interface asks.
    case batch(BatchRejection)
    /// A single message, with everything that is wrong with it.
    case message([FieldFault])
    /// The body is no JSON object.
    case notJSON
    /// Larger than one delivery may be; the limit in bytes.
    case tooLarge(limitBytes: Int)
    /// `BerichtLeverancierID` is no OIN.
    case supplierIsNoOIN
    /// The OIN is not the caller's, and gave it no mandate.
    case notYourOrganisation(OIN)
    /// The payload cannot be written now, such as on a full disk; the cause is for the log.
    case cannotBeKept(cause: String)
}

/// What is wrong with one field of a JSON message, by its path in the message.
public struct FieldFault: Sendable, Equatable {
    public let path: String
    public let reason: String

    init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }
}
