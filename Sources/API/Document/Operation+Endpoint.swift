import HTTPTypes
import Identity
import OpenAPI
import Routes

extension Operation {
    /// What the document tells of an endpoint; nil when it has no description.
    init?(_ endpoint: Endpoint) {
        guard let description = endpoint.description else { return nil }
        self.init(
            method: endpoint.method.rawValue.lowercased(),
            path: String(endpoint.path.dropFirst(Interfaces.root.count)), id: description.operation,
            tag: description.group.rawValue, summary: description.title, about: description.about,
            parameters: description.parameters + description.conditions, body: description.body,
            answers: description.allAnswers(endpoint.problems), security: endpoint.security)
    }
}

extension Endpoint {
    enum Scheme {
        static let client = "client"
        static let person = "persoon"
        static let session = "sessie"

        static let scopes: [(name: String, about: String)] = Scope.allCases.map { ($0.rawValue, $0.about) }
    }

    fileprivate var security: [(scheme: String, scopes: [String])] {
        switch access {
        case .anyone: []
        case .citizen:
            [(Scheme.person, PersonScope.opening(path).map { [$0.rawValue] } ?? [])]
                + (method == .get ? [(Scheme.session, [])] : [])
        case .staff, .newcomer, .supplier, .employee: [(Scheme.session, [])]
        case .organisation(let scope): [(Scheme.client, [scope.rawValue])]
        }
    }
}

extension Scope {
    fileprivate var about: String {
        switch self {
        case .messages: "Berichten aanleveren en verwerkingsberichten ophalen."
        case .validation: "Vooraf vragen wie een bericht zou ontvangen."
        case .subscriptions: "Abonnementen opvragen."
        case .messageTypes: "Berichttypes beheren."
        case .cases: "Lopende zaken doorgeven."
        case .reports: "Meldingen doen en volgen."
        case .probe: "Waarnemingen van de meetpost inleveren."
        }
    }
}

extension Description {
    /// The text, with the limit of the body where there is one.
    fileprivate var about: String {
        guard let bodyBytesLimit else { return text }
        return "\(text)\n\nHet bericht is hoogstens \(bodyBytesLimit) bytes groot."
    }

    /// The headers of requests that depend on the version.
    fileprivate var conditions: [Parameter] {
        switch condition {
        case .never: []
        case .onReading:
            [
                .header(
                    "If-None-Match", "De ETag die u al hebt: is er niets veranderd, dan komt 304.",
                    .text("Een of meer ETags."))
            ]
        case .onChanging:
            [
                .header(
                    "If-Match", "De ETag van wat u het laatst hebt opgehaald.",
                    .text("Een of meer ETags."), isRequired: true)
            ]
        }
    }

    fileprivate func allAnswers(_ problems: [Problem.Kind]) -> [Answer] {
        var own = answers
        if condition == .onReading { own.append(Answer(304, "U hebt het al: er is niets veranderd.")) }
        let known = own.map { answer in
            var answer = answer
            answer.headers.insert(.version, at: 0)
            if condition != .never { answer.headers.append(.entityTag) }
            return answer
        }
        let byStatus = Dictionary(grouping: problems, by: \.status.code)
        return known
            + byStatus.keys.sorted().map { status in .problem(status, byStatus[status] ?? []) }
    }
}
