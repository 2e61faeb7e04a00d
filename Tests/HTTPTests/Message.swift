import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting

/// What clients send in these tests.
enum Message {
    static func guid(_ number: Int) -> String {
        let digits = String(number)
        return "0b5a1c52-7e0f-4a43-9d7b-" + String(repeating: "0", count: 12 - digits.count) + digits
    }

    static func json(_ number: Int, _ replace: String = "", with other: String = "") -> String {
        let text = """
            {"berichtId":"\(guid(number))","berichttype":"WATER",\
            "ontvanger":{"type":"BSN","waarde":"999990019"},"onderwerp":"Uw aanslag","tekst":"Beste lezer",\
            "bijlagen":[{"omschrijving":"aanslag","mediatype":"application/pdf","inhoud":"\(pdf)"}]}
            """
        return replace.isEmpty ? text : text.replacing(replace, with: other)
    }

    static let pdf = Data("%PDF-1.4\n1 0 obj\n%%EOF\n".utf8).base64EncodedString()

    static func batch(
        _ numbers: [Int], id: Int = 900, _ replace: String = "", with other: String = ""
    ) -> String {
        let messages = numbers.map { number in
            "<m:Bericht><m:BerichtInformatie><m:BatchID>\(guid(id))</m:BatchID>"
                + "<m:BerichtID>\(guid(number))</m:BerichtID><m:BerichtType>WATER</m:BerichtType>"
                + "<m:Onderwerp>Uw aanslag</m:Onderwerp><m:BerichtTekst>Beste lezer</m:BerichtTekst>"
                + "<m:GebruikerID>999990019</m:GebruikerID><m:SoortGebruiker>Burger</m:SoortGebruiker>"
                + "</m:BerichtInformatie></m:Bericht>"
        }
        let text =
            #"<b:Berichten xmlns:b="http://schemas.rdw.nl/GEB/BerichtVerwerkService/Types/2009/01""#
            + #" xmlns:m="http://schemas.rdw.nl/GEB/BerichtenProsessor/Bericht/Types/2009/01">"#
            + "<b:BatchInformatie><b:BatchID>\(guid(id))</b:BatchID>"
            + "<b:AanmaakDatum>\(Site.start.rfc3339)</b:AanmaakDatum>"
            + "<b:BerichtLeverancierID>00000099000000001000</b:BerichtLeverancierID></b:BatchInformatie>"
            + messages.joined() + "</b:Berichten>"
        return replace.isEmpty ? text : text.replacing(replace, with: other)
    }
}

extension TestClientProtocol {
    /// Delivers a message or a batch, by its media type.
    func send(_ body: String, _ type: String, _ headers: HTTPFields) async throws -> TestResponse {
        var headers = headers
        headers[.contentType] = type
        let path = type.hasSuffix("json") ? "/api/v1/aanleveringen" : "/koppelvlak/berichtverwerking"
        return try await execute(
            uri: path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }
}

extension TestResponse {
    /// The fields of a problem, when this is one.
    var problem: [String: Any] {
        guard headers[.contentType] == "application/problem+json" else { return [:] }
        return json
    }

    var json: [String: Any] {
        do {
            return try JSONSerialization.jsonObject(with: Data(body.readableBytesView)) as? [String: Any]
                ?? [:]
        } catch {
            return [:]
        }
    }

    var code: Int? { problem["code"] as? Int }
    var text: String { String(buffer: body) }
}

/// The form on the sign-in page, as a browser gets it.
struct SignInForm {
    let cookie: String
    /// The hidden field, as it is sent.
    let token: String

    static func fetch(
        _ client: any TestClientProtocol, _ headers: HTTPFields = [:]
    ) async throws -> SignInForm {
        let page = try await client.execute(uri: "/inloggen", method: .get, headers: headers)
        let set = page.headers[.setCookie].map { String($0.prefix { $0 != ";" }) }
        let text = page.text
        let parts = text.split(separator: "name=\"formuliersleutel\" value=\"")
        let token = parts.count > 1 ? parts[1].prefix { $0 != "\"" } : ""
        return SignInForm(
            cookie: set ?? headers[.cookie] ?? "", token: "formuliersleutel=\(token)")
    }
}
