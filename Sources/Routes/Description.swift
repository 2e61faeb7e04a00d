public import OpenAPI

/// What the published description tells about an endpoint; method, path and who may use it come from the
/// endpoint itself. The door keeps to it: other query parameters and other media types are refused.
public struct Description: Sendable {
    /// Unique, in camelCase: programs that are made from the description use it as a function's name.
    public let operation: String
    public let group: Group
    /// One line.
    public let title: String
    public let text: String
    /// Beside those that follow from the rest, such as `If-Match`.
    public let parameters: [Parameter]
    /// The media types of the body; empty where there is none.
    public let body: [Content]
    /// Nil where there is no body.
    public let bodyBytesLimit: Int?
    /// The answers when all goes well.
    public let answers: [Answer]
    public let condition: Condition
    /// The problems of its own, beside those that any call may have.
    public let problems: [Problem.Kind]

    /// Whether a request may depend on the version of what it is about.
    public enum Condition: Sendable {
        case never
        /// `If-None-Match`: answers 304 to who has it already.
        case onReading
        /// `If-Match`, which must be there: two that change the same at once find out.
        case onChanging
    }

    public init(
        _ operation: String, in group: Group, _ title: String, text: String, parameters: [Parameter] = [],
        body: [Content] = [], bodyBytesLimit: Int? = nil, answers: [Answer], condition: Condition = .never,
        problems: [Problem.Kind] = []
    ) {
        self.operation = operation
        self.group = group
        self.title = title
        self.text = text
        self.parameters = parameters
        self.body = body
        self.bodyBytesLimit = bodyBytesLimit
        self.answers = answers
        self.condition = condition
        self.problems = problems
    }
}

extension Description {
    /// The capabilities, in the order of the document.
    public enum Group: String, CaseIterable, Sendable {
        case deliveries = "Aanleveren"
        case reports = "Verwerkingsberichten"
        case validation = "Validatie"
        case subscriptions = "Abonnementen"
        case messageTypes = "Berichttypes"
        case box = "Mijn berichtenbox"
        case cases = "Lopende zaken"
        case records = "Persoonlijke gegevens"
        case devices = "Apparaten"
        case serviceLevels = "Dienstniveaus"
        case rehearsal = "Preproductie"
        case preferences = "Voorkeuren"
        case document = "Beschrijving"

        public var text: String {
            switch self {
            case .deliveries: "Berichten aanleveren voor de berichtenbox."
            case .reports: "Wat er van aangeleverde berichten is geworden."
            case .validation: "Vooraf vragen wie een bericht zou ontvangen."
            case .subscriptions:
                "Wie een berichtenbox heeft en uw berichten wil: iedereen, een lijst, of mutaties."
            case .messageTypes: "De soorten berichten die uw organisatie verstuurt."
            case .box: "De eigen berichtenbox van wie is aangemeld: lezen, zoeken, bewaren en weggooien."
            case .cases: "Hoe het staat met zaken: doorgeven en bekijken."
            case .records: "Wat bronnen over u bewaren, en wie uw gegevens bekeek."
            case .devices: "De apparaten waarop iemand meldingen krijgt van nieuwe berichten."
            case .serviceLevels: "Hoe de dienst het doet, volgens de overeenkomst."
            case .rehearsal: "Wat u al hebt geprobeerd, in preproductie."
            case .preferences: "Van wie u digitale berichten krijgt, en hoe u dat hoort."
            case .document: "Deze beschrijving zelf."
            }
        }
    }
}
