import HTTPTypes
import Hummingbird
import NIOCore
import OpenAPI
import Routes

extension Interfaces {
    /// The path that all that is described lies below.
    static let root = "/api/v1"

    /// The description of the interface, made of the endpoints themselves, for anybody (ADR
    /// `/core/publish-openapi`).
    func documentEndpoints(for others: [Endpoint]) -> [Endpoint] {
        let described = others + publishing("", "")
        let document = document(of: described)
        return publishing(document.node.json, document.node.yaml)
    }

    private func publishing(_ json: String, _ yaml: String) -> [Endpoint] {
        let forms = [
            ("json", "application/json", ByteBuffer(string: json)),
            ("yaml", "application/yaml", ByteBuffer(string: yaml)),
        ]
        return forms.map { ending, mediaType, bytes in
            let tag = EntityTag(of: bytes.readableBytesView)
            return .anyone(.get, "\(Self.root)/openapi.\(ending)") { visit in
                let headers: HTTPFields = [.contentType: mediaType]
                return visit.answer(
                    Response(status: .ok, headers: headers, body: .init(byteBuffer: bytes)), tag)
            }.described(.document(ending, mediaType))
        }
    }

    private func document(of endpoints: [Endpoint]) -> Document {
        Document(
            info: [
                "title": "Peil", "version": .text(APIVersion.text),
                "description": .text(Self.introduction),
                "contact": [
                    "name": .text(contact.name), "email": .text(contact.email),
                    "url": .text("\(publicURL)/toegankelijkheid"),
                ],
                "license": ["name": "EUPL-1.2", "url": "https://eupl.eu/1.2/nl/"],
            ],
            servers: [["url": .text(publicURL + Self.root), "description": "Deze installatie."]],
            tags: Description.Group.allCases.map { ($0.rawValue, $0.text) },
            operations: endpoints.compactMap { Operation($0) },
            securitySchemes: securitySchemes)
    }

    private static let introduction = """
        Het koppelvlak van Peil voor systemen, volgens de NL API Design Rules. Namen zijn Nederlands en in \
        camelCase.

        Aanmelden: een systeem van een organisatie met een token (OAuth 2.0 client credentials met \
        private_key_jwt), \
        of zonder token met zijn PKIoverheid-certificaat op de poort voor wederzijdse TLS, of via een \
        proxy die het \
        certificaat doorgeeft in Client-Cert (RFC 9440). OpenAPI 3.0 kent daarvoor geen eigen schema.

        Fouten: application/problem+json (RFC 9457) met een vast nummer in code, en in actie wie er aan \
        zet is. \
        Alle fouten van een bericht komen tegelijk, in fouten. Een BSN staat nooit in een adres.

        Tijdstippen zijn volgens RFC 3339: antwoorden in UTC, verzoeken met elke verschuiving. Lijsten \
        gaan per \
        pagina: volgende is het adres van de volgende. Elk antwoord heeft API-Version.
        """

    private var securitySchemes: Node {
        let scopes = Endpoint.Scheme.scopes.map { Node.Field($0.name, .text($0.about)) }
        return [
            "client": [
                "type": "oauth2",
                "description": "Een systeem van een organisatie: client credentials met private_key_jwt.",
                "flows": [
                    "clientCredentials": [
                        "tokenUrl": .text("\(publicURL)/oauth/token"), "scopes": .fields(scopes),
                    ]
                ],
            ],
            "persoon": [
                "type": "oauth2",
                "description": "Een persoon, in een app: authorization code met PKCE (S256).",
                "flows": [
                    "authorizationCode": [
                        "authorizationUrl": .text("\(publicURL)/oauth/authorize"),
                        "tokenUrl": .text("\(publicURL)/oauth/token"), "scopes": [:],
                    ]
                ],
            ],
            "sessie": [
                "type": "apiKey", "in": "cookie", "name": "peil-sessie",
                "description": "De sessie van wie in de browser is aangemeld.",
            ],
        ]
    }
}

extension Description {
    fileprivate static func document(_ ending: String, _ mediaType: String) -> Description {
        Description(
            "openapi" + ending.prefix(1).uppercased() + ending.dropFirst(), in: .document,
            "Deze beschrijving, in \(ending.uppercased())",
            text: "Voor iedereen, zonder aanmelden, ook vanuit een browser op een andere site.",
            answers: [
                Answer(200, "De beschrijving.", [Content(mediaType, .anything("OpenAPI 3.0.3."))])
            ], condition: .onReading)
    }
}
