import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Platform

/// A person's devices as the page and the REST interface have them (SNO-05).
@Suite struct OwnDeviceTests {
    private static let path = "/api/v1/mijn/apparaten"
    private static let page = "/instellingen/dit-apparaat"
    private static let p256dh =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    private static let auth = "BTBZMqHH6r4Tts7J_aSIgg"

    private func subscription(
        _ endpoint: String = "https://push.example/1", p256dh: String = p256dh, auth: String = auth,
        name: String = "Telefoon"
    ) -> String {
        #"{"endpoint":"\#(endpoint)","expirationTime":null,"keys":{"p256dh":"\#(p256dh)","auth":"\#(auth)"},"#
            + #""naam":"\#(name)"}"#
    }

    private func add(
        _ client: any TestClientProtocol, _ who: HTTPFields, _ body: String
    ) async throws -> TestResponse {
        var headers = who
        headers[.contentType] = "application/json"
        return try await client.execute(
            uri: Self.path, method: .post, headers: headers, body: ByteBuffer(string: body))
    }

    @Test func `SNO-05 an app adds a device, sees it, and takes it off; nobody else does`() async throws {
        try await withSite { site in
            let anna = try await site.app()
            let bilal = try await site.app(of: Site.bilal)
            try await site.open { client in
                let added = try await add(client, anna, subscription())
                #expect(added.status == .created && !added.text.contains("push.example"))
                let place = try #require(added.headers[.location])
                #expect(place.hasPrefix(Self.path + "/"))
                let list = try await client.execute(uri: Self.path, method: .get, headers: anna)
                #expect(list.text.contains(#""naam":"Telefoon""#))
                let key = try #require(list.json["sleutel"] as? String)
                #expect(key.count == 87 && key.hasPrefix("B"))
                let others = try await client.execute(uri: place, method: .delete, headers: bilal)
                #expect(others.status == .notFound)
                let gone = try await client.execute(uri: place, method: .delete, headers: anna)
                #expect(gone.status == .noContent)
                let again = try await client.execute(uri: place, method: .delete, headers: anna)
                #expect(again.status == .notFound)
            }
        }
    }

    @Test func `a subscription that is none is refused, and says what is wrong with it`() async throws {
        try await withSite { site in
            let anna = try await site.app()
            try await site.open { client in
                for (body, place) in [
                    (subscription("http://push.example/1"), "endpoint"),
                    (subscription("https://169.254.169.254/1"), "endpoint"),
                    (subscription("https://10.0.0.7/1"), "endpoint"),
                    (subscription(p256dh: "BCVx"), "p256dh"),
                    (subscription(p256dh: "B" + String(repeating: "A", count: 86)), "p256dh"),
                    (subscription(auth: "BTBZ"), "auth"),
                    (subscription(name: " "), "naam"),
                    (subscription(name: String(repeating: "x", count: 41)), "naam"),
                    ("{}", "endpoint"), ("[", "status"), ("", "status"),
                ] {
                    let answer = try await add(client, anna, body)
                    #expect(answer.status == .badRequest && answer.text.contains(place), "\(body)")
                }
            }
        }
    }

    @Test func `the eleventh device is refused with what to do`() async throws {
        try await withSite { site in
            let (anna, reader) = (try await site.app(), try await site.citizen())
            try await site.open { client in
                for number in 1...10 {
                    let added = try await add(client, anna, subscription("https://push.example/\(number)"))
                    #expect(added.status == .created)
                }
                let refused = try await add(client, anna, subscription("https://push.example/11"))
                #expect(refused.status == .conflict && refused.text.contains("Verwijder er eerst een"))
                let fields = "adres=https://push.example/11&p256dh=\(Self.p256dh)&auth=\(Self.auth)&naam=X"
                let page = try await post(client, Self.page, reader, fields)
                #expect(page.status == .badRequest)
                #expect(page.text.contains("U hebt al 10 apparaten. Zet er eerst een uit."))
            }
        }
    }

    @Test func `the page adds and takes off a device by forms of its own, in the reader's language`()
        async throws
    {
        try await withSite { site in
            var anna = try await site.citizen()
            anna[.userAgent] = "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/141.0 Safari/537.36"
            let reader = anna
            try await site.open { client in
                let page = try await client.execute(uri: Self.page, method: .get, headers: reader)
                #expect(page.status == .ok && page.text.contains("Chrome op Android"))
                #expect(page.text.contains("U krijgt nog op geen enkel apparaat een melding."))
                let fields =
                    "adres=https://push.example/1&p256dh=\(Self.p256dh)&auth=\(Self.auth)&naam=Tablet"
                let foreign = try await client.execute(
                    uri: Self.page, method: .post,
                    headers: reader.merged([.contentType: "application/x-www-form-urlencoded"]),
                    body: ByteBuffer(string: fields))
                #expect(foreign.status == .forbidden)
                #expect(try await post(client, Self.page, reader, fields).status == .seeOther)
                _ = try await post(client, "/taal", reader, "taal=en&pagina=/")
                let english = try await client.execute(uri: Self.page, method: .get, headers: reader)
                #expect(english.text.contains("Chrome on Android") && english.text.contains("Tablet"))
                let parts = english.text.split(separator: #"name="apparaat" value=""#)
                let id = try #require(parts.last).prefix { $0 != "\"" }
                let off = try await post(client, Self.page + "/uitzetten", reader, "apparaat=\(id)")
                #expect(off.status == .seeOther)
                let twice = try await post(client, Self.page + "/uitzetten", reader, "apparaat=\(id)")
                #expect(twice.status == .notFound)
            }
        }
    }

    private func post(
        _ client: any TestClientProtocol, _ path: String, _ reader: HTTPFields, _ fields: String
    ) async throws -> TestResponse {
        let form = try await SignInForm.fetch(client, reader)
        return try await client.execute(
            uri: path, method: .post,
            headers: reader.merged([.contentType: "application/x-www-form-urlencoded"]),
            body: ByteBuffer(string: "\(form.token)&\(fields)"))
    }
}

extension HTTPFields {
    fileprivate func merged(_ others: HTTPFields) -> HTTPFields {
        var all = self
        for field in others { all[field.name] = field.value }
        return all
    }
}
