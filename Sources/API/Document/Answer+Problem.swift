import HTTPTypes
import OpenAPI
import Routes

extension Answer {
    /// Every problem that comes under one status, with the numbers that it may have here.
    static func problem(_ status: Int, _ kinds: [Problem.Kind]) -> Answer {
        let titles = kinds.map { "\($0.rawValue) \($0.title)" }.joined(separator: "; ")
        var headers = [Header.version]
        if status == 401 { headers.append(.authenticate) }
        if kinds.contains(where: { $0.action == .retryLater }) { headers.append(.retryAfter) }
        let exactly = Schema.object(
            "De nummers die hier kunnen voorkomen.",
            [
                .required(
                    "code", .number("Het vaste nummer van het probleem.", values: kinds.map(\.rawValue))),
                .required("status", .number("De HTTP-status.", values: [status])),
            ])
        return Answer(
            status, titles, headers: headers,
            [Content("application/problem+json", .all(of: [.problem, exactly]), example: kinds[0].example)])
    }
}

extension Schema {
    private static let fault = Schema.object(
        "Wat er aan één plek van de invoer niet klopt.",
        [
            .required("pad", .text("De plek, zoals bijlagen.0.inhoud.", example: "onderwerp")),
            .required("reden", .text("Wat er niet klopt.", example: "ontbreekt")),
        ]
    ).named("Fout")

    /// `Routes/Problem.swift` writes it.
    fileprivate static let problem = Schema.object(
        "Een probleem volgens RFC 9457.",
        [
            .required("type", .text("De soort, als URN.", example: "urn:peil:probleem:1002")),
            .required("title", .text("De soort in woorden, elke keer gelijk.")),
            .required("status", .number("De HTTP-status.", 400...599)),
            .required("detail", .text("Wat er deze keer aan de hand is.")),
            .required("instance", .text("Het adres waar het gebeurde.")),
            .required("code", .number("Het vaste nummer van het probleem.", 1000...9999)),
            .required(
                "actie",
                .text(
                    "Wie er aan zet is voordat hetzelfde verzoek kan slagen.",
                    values: ["leverancier", "beheerder", "later-opnieuw"])),
            .optional("fouten", .list(of: fault, "Alles wat er in dit verzoek niet klopt.")),
        ]
    ).named("Probleem")
}

extension Problem.Kind {
    fileprivate var example: Node {
        [
            "type": "urn:peil:probleem:\(rawValue)", "title": .text(title), "status": .number(status.code),
            "detail": .text(explanation), "instance": "/api/v1/aanleveringen", "code": .number(rawValue),
            "actie": .text(action.rawValue),
        ]
    }
}

extension Header {
    static let version = Header(
        "API-Version", "De volledige versie van dit koppelvlak.",
        .text("Versie volgens SemVer.", example: APIVersion.text))
    static let entityTag = Header(
        "ETag", "De versie van wat u hebt opgehaald.", .text("Een sterke ETag."))
    static let location = Header(
        "Location", "Waar het nieuwe staat.", .text("Een adres op deze server."))
    static let retryAfter = Header(
        "Retry-After", "Hoeveel seconden u het best wacht.", .number("Seconden.", 0...604_800))
    fileprivate static let authenticate = Header(
        "WWW-Authenticate", "Waarmee u zich kunt aanmelden.", .text("Het schema.", example: "Bearer"))
}
