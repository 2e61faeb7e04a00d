public import SQL

/// What personal data is processed for: a closed list, so that the citizen's page and the register of
/// processing can explain each. Codes are stored; once released they stay.
public enum ProcessingActivity: String, Sendable, CaseIterable, Storable {
    case deliverMessage = "deliver-message"
    case notify = "notify"
    case readBoxList = "read-box-list"
    case readMessage = "read-message"
    case readAttachment = "read-attachment"
    /// An afnemer asks who would get its message.
    case validate = "validate"
    /// An afnemer asks for the list of those who want its messages, or what changed in it.
    case listSubscriptions = "list-subscriptions"
    /// An afnemer follows what became of a message it sent.
    case followMessage = "follow-message"

    /// The purpose that the activity serves, as the register of processing names it.
    public var purpose: String {
        switch self {
        case .deliverMessage, .notify, .validate, .listSubscriptions, .followMessage:
            "berichtenbox-aanleveren"
        case .readBoxList, .readMessage, .readAttachment: "berichtenbox-inzien"
        }
    }
}
