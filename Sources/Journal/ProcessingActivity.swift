public import SQL

/// What personal data is processed for: a closed list, so that the citizen's page and the register of
/// processing can explain each. Codes are stored; once released they stay.
public enum ProcessingActivity: String, Sendable, CaseIterable, Storable {
    case deliverMessage = "deliver-message"
    case notify = "notify"
    case readBoxList = "read-box-list"
    case readMessage = "read-message"
    case readAttachment = "read-attachment"
    /// The owner of a box moves messages, marks them, or changes folders.
    case arrangeBox = "arrange-box"
    case searchBox = "search-box"
    /// All messages at once, to keep elsewhere.
    case downloadBox = "download-box"
    /// What lay in the bin for its term is erased.
    case eraseMessage = "erase-message"
    /// Somebody signs in, and is looked up by number.
    case signIn = "sign-in"
    /// An afnemer asks who would get its message.
    case validate = "validate"
    /// An afnemer asks for the list of those who want its messages, or what changed in it.
    case listSubscriptions = "list-subscriptions"
    /// An afnemer follows what became of a message it sent.
    case followMessage = "follow-message"
    /// A person looks at the own settings, or changes them.
    case readSettings = "read-settings"
    case changeSettings = "change-settings"
    /// An afnemer tells how a case stands.
    case receiveCase = "receive-case"
    case readCases = "read-cases"
    case readCase = "read-case"
    /// A citizen's own data is asked of the source that keeps it, because the citizen looks at it.
    case askPersonRecord = "ask-brp"
    case askPropertyValue = "ask-woz"
    case askAddress = "ask-bag"
    case askIncome = "ask-income"
    /// A citizen looks at who looked.
    case readLog = "read-log"

    /// The purpose that the activity serves, as the register of processing names it.
    public var purpose: String {
        switch self {
        case .deliverMessage, .notify, .validate, .listSubscriptions, .followMessage:
            "berichtenbox-aanleveren"
        case .readBoxList, .readMessage, .readAttachment, .arrangeBox, .searchBox, .downloadBox,
            .eraseMessage:
            "berichtenbox-inzien"
        case .readSettings, .changeSettings: "berichtenbox-instellingen"
        case .receiveCase: "lopende-zaken-aanleveren"
        case .readCases, .readCase: "lopende-zaken-inzien"
        case .askPersonRecord, .askPropertyValue, .askAddress, .askIncome: "persoonlijke-gegevens-inzien"
        case .readLog: "verwerkingen-inzien"
        case .signIn: "inloggen"
        }
    }

    /// Whether it is the citizen who looked, at what is the citizen's own.
    public var isOwnLook: Bool {
        switch self {
        case .readBoxList, .readMessage, .readAttachment, .arrangeBox, .searchBox, .downloadBox,
            .readSettings, .changeSettings, .readCases, .readCase, .askPersonRecord, .askPropertyValue,
            .askAddress, .askIncome, .readLog, .signIn:
            true
        case .deliverMessage, .notify, .validate, .listSubscriptions, .receiveCase, .eraseMessage,
            .followMessage:
            false
        }
    }
}
