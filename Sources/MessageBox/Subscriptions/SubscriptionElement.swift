import XML

enum SubscriptionNamespace {
    static let request = "http://schemas.overheid.nl/GEB/AbonnementServiceProcessor/2014/02"
}

/// The elements of a subscription request. The root has a namespace, its children have none.
enum SubscriptionElement: String, DocumentElement {
    case request = "AbonnementAanvraag"
    case supplier = "BerichtLeverancier"
    case oin = "OIN"
    case requestID = "VerzoekId"
    case list = "BSNLijst"
    case number = "BSN"
    case since = "MutatieDatum"

    var name: QualifiedName {
        QualifiedName(rawValue, in: self == .request ? SubscriptionNamespace.request : nil)
    }

    /// Far longer than any id, date or number: a longer text is no value of this interface.
    private static let textBytesLimit = 256

    var content: ElementContent<SubscriptionElement> {
        switch self {
        case .request: .sequence([.one(.supplier), .one(.requestID), .optional(.list), .optional(.since)])
        case .supplier: .sequence([.one(.oin)])
        case .list: .sequence([.any(.number)])
        case .oin, .requestID, .number, .since: .text(bytesLimit: Self.textBytesLimit)
        }
    }

    var attributes: AttributeRule { .none(type: nil) }
}
