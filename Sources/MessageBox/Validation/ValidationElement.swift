import XML

enum ValidationNamespace {
    static let operation = "http://schemas.rdw.nl/GEB/BerichtenboxValidatieService/2009/01"
    static let types = "http://schemas.rdw.nl/GEB/BerichtenboxValidatieService/Types/2009/01"
    static let common = "http://schemas.rdw.nl/GEB/Shared/Types/2009/01"
    /// SOAP 1.1.
    static let envelope = "http://schemas.xmlsoap.org/soap/envelope/"
}

/// The elements of a request to the validation service, from the SOAP envelope down.
enum ValidationElement: String, DocumentElement {
    case envelope = "Envelope"
    case header = "Header"
    case body = "Body"
    case operation = "ValidateAbonnementen"
    case request = "validateAbonnementenAanvraag"
    case supplier = "berichtleverancierCode"
    case type = "berichtTypeCode"
    case customers = "klanten"
    case customer = "Klant"
    case key = "Key"
    case role = "Rol"

    var name: QualifiedName { QualifiedName(rawValue, in: namespace) }

    private var namespace: String {
        switch self {
        case .envelope, .header, .body: ValidationNamespace.envelope
        case .operation, .request: ValidationNamespace.operation
        case .supplier, .type, .customers: ValidationNamespace.types
        case .customer, .key, .role: ValidationNamespace.common
        }
    }

    /// Far longer than any code or number: a longer text is no value of this interface.
    private static let textBytesLimit = 1_024

    var content: ElementContent<ValidationElement> {
        switch self {
        case .envelope: .sequence([.optional(.header), .one(.body)])
        case .header: .anything
        case .body: .sequence([.one(.operation)])
        case .operation: .sequence([.optional(.request)])
        case .request: .sequence([.one(.supplier), .one(.type), .one(.customers)])
        case .customers: .sequence([.any(.customer)])
        case .customer: .sequence([.optional(.key), .optional(.role)])
        case .supplier, .type, .key, .role: .text(bytesLimit: Self.textBytesLimit)
        }
    }

    var attributes: AttributeRule {
        switch self {
        case .envelope, .header, .body: .any
        case .operation: .none(type: nil)
        case .request: .nillable(type: Self.named("ValidateAbonnementenAanvraag", ValidationNamespace.types))
        case .customers: .nillable(type: Self.named("ArrayOfKlant", ValidationNamespace.common))
        case .customer: .nillable(type: Self.named("Klant", ValidationNamespace.common))
        case .role: .none(type: Self.named("KlantRol", ValidationNamespace.common))
        case .supplier, .type, .key: .nillable(type: Self.named("string", "http://www.w3.org/2001/XMLSchema"))
        }
    }

    private static func named(_ localName: String, _ namespace: String) -> QualifiedName {
        QualifiedName(localName, in: namespace)
    }
}
