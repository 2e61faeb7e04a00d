import Foundation
import MessageBox
import Testing
import XML

@Suite struct ValidationExchangeTests {
    private static let operation = "http://schemas.rdw.nl/GEB/BerichtenboxValidatieService/2009/01"
    private static let types = "http://schemas.rdw.nl/GEB/BerichtenboxValidatieService/Types/2009/01"
    private static let common = "http://schemas.rdw.nl/GEB/Shared/Types/2009/01"

    /// A request without its envelope.
    private static func request(_ content: String) -> String {
        #"<v:ValidateAbonnementen xmlns:v="\#(operation)" xmlns:t="\#(types)" xmlns:g="\#(common)""#
            + #" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">\#(content)</v:ValidateAbonnementen>"#
    }

    private static func aanvraag(
        _ customers: String = customer("999990019"), supplier: String = "00000099000000001000",
        type: String = "WATER"
    ) -> String {
        "<v:validateAbonnementenAanvraag><t:berichtleverancierCode>\(supplier)</t:berichtleverancierCode>"
            + "<t:berichtTypeCode>\(type)</t:berichtTypeCode><t:klanten>\(customers)</t:klanten>"
            + "</v:validateAbonnementenAanvraag>"
    }

    private static func customer(_ number: String) -> String {
        "<g:Klant><g:Key>\(number)</g:Key><g:Rol>Burger</g:Rol></g:Klant>"
    }

    private static func enveloped(_ request: String, header: String = "") -> [UInt8] {
        Array(
            (#"<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">\#(header)"#
                + "<s:Body>\(request)</s:Body></s:Envelope>").utf8)
    }

    /// Requests of all kinds, with whether they can be answered; whether they are valid xmllint says.
    private static let requests: [(content: String, isAnswerable: Bool)] = [
        (aanvraag(), true),
        (aanvraag(customer("999990019") + customer("999990020")), true),
        (aanvraag("<g:Klant><g:Key>999990019</g:Key></g:Klant>"), true),
        (aanvraag("<!-- c --> <g:Klant> <g:Key><![CDATA[999990019]]></g:Key> </g:Klant>\n"), true),
        (aanvraag(), true),
        ("", false),
        (#"<v:validateAbonnementenAanvraag i:nil="true"/>"#, false),
        (aanvraag("").replacing("<t:klanten></t:klanten>", with: #"<t:klanten i:nil="true"/>"#), false),
        (aanvraag(""), false),
        (aanvraag("").replacing("<t:klanten>", with: #"<t:klanten i:nil=" true ">"#), false),
        (aanvraag(" ").replacing("<t:klanten>", with: #"<t:klanten i:nil="true">"#), false),
        (aanvraag().replacing("<t:klanten>", with: #"<t:klanten i:nil="false">"#), true),
        (aanvraag(#"<g:Klant i:nil="1"/>"#), false),
        (aanvraag("<g:Klant/>"), false),
        (aanvraag(#"<g:Klant><g:Key i:nil="true"/></g:Klant>"#), false),
        (aanvraag("<g:Klant><g:Rol>Burger</g:Rol><g:Key>999990019</g:Key></g:Klant>"), false),
        (aanvraag("<g:Klant><g:Key>999990019</g:Key><g:Rol>Bedrijf</g:Rol></g:Klant>"), false),
        (aanvraag("<t:Klant><t:Key>999990019</t:Key></t:Klant>"), false),
        (aanvraag(type: "").replacing("<t:berichtTypeCode></t:berichtTypeCode>", with: ""), false),
        (aanvraag().replacing("<t:klanten>", with: #"<t:klanten kleur="rood">"#), false),
        (aanvraag().replacing("<t:klanten>", with: #"<t:klanten i:type="g:ArrayOfKlant">"#), true),
        (aanvraag().replacing("<t:klanten>", with: #"<t:klanten i:type="g:Klant">"#), false),
        (aanvraag() + aanvraag(), false),
        (aanvraag() + "tekst", false),
        (aanvraag(type: "TE LANGE CODE"), false),
        (aanvraag(supplier: "waterschap"), false),
        (aanvraag(customer("12345678")), false),
    ]

    @Test func `what breaks the schema is refused, and what is refused for its values is said in full`()
        async throws
    {
        let documents = Self.requests.map { Array(Self.request($0.content).utf8) }
        let judgements = try await Xmllint.judge(documents, schema: "validatie-operation.xsd")
        for ((content, isAnswerable), judgement) in zip(Self.requests, judgements) {
            let body = Self.enveloped(Self.request(content))
            guard !isAnswerable else {
                #expect(judgement.isValid, "\(content)")
                #expect(throws: Never.self, "\(content)") { try ValidationRequest.read(soap: body) }
                continue
            }
            let error = #expect(throws: RequestError.self, "\(content)") {
                try ValidationRequest.read(soap: body)
            }
            switch error {
            case .document: #expect(!judgement.isValid, "\(content)")
            case .fields(let faults):
                // A role that is not in the schema's list is told with its place, like wrong values.
                #expect(judgement.isValid || faults.contains { $0.path.hasSuffix("/Rol") }, "\(content)")
            default: Issue.record("\(content)")
            }
        }
    }

    @Test func `SNO-14: 250 numbers are one call, 251 are refused`() throws {
        let all = String(repeating: Self.customer("999990019"), count: 250)
        #expect(throws: Never.self) {
            try ValidationRequest.read(soap: Self.enveloped(Self.request(Self.aanvraag(all))))
        }
        let more = Self.enveloped(Self.request(Self.aanvraag(all + Self.customer("x"))))
        let error = #expect(throws: RequestError.self) { try ValidationRequest.read(soap: more) }
        guard case .fields(let faults) = error else { return }
        #expect(faults.map(\.path) == ["klanten"])
        #expect(faults.first?.reason.contains("251") == true)
    }

    @Test func `a header is passed over, unless it must be understood`() throws {
        let request = Self.request(Self.aanvraag())
        let open = #"<s:Header><w:To xmlns:w="urn:w" s:mustUnderstand="0">x</w:To></s:Header>"#
        #expect(throws: Never.self) {
            try ValidationRequest.read(soap: Self.enveloped(request, header: open))
        }
        let demanded = open.replacing("\"0\"", with: "\"1\"")
        #expect(throws: HeaderNotUnderstood.self) {
            try ValidationRequest.read(soap: Self.enveloped(request, header: demanded))
        }
    }

    @Test func `no error says a number that was sent`() throws {
        for digits in ["99999001", "9999900190", "99999001x"] {
            let body = Self.enveloped(Self.request(Self.aanvraag(Self.customer(digits))))
            let error = #expect(throws: RequestError.self) { try ValidationRequest.read(soap: body) }
            #expect(!"\(String(describing: error))".contains("99999"))
        }
    }
}
