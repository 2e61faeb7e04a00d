import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import SQL
import Testing

@testable import Platform

/// A citizen's way through the pages, and the ways that are closed.
@Suite struct PortalTests {
    private let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]

    private func signIn(
        _ client: any TestClientProtocol, _ more: HTTPFields = [:], key: String = "c01", token: String? = nil
    ) async throws -> TestResponse {
        let page = try await SignInForm.fetch(client)
        var headers = form
        headers.append(contentsOf: more)
        headers[.cookie] = page.cookie
        let body = ByteBuffer(string: "\(token ?? page.token)&\(Self.field)=\(key)")
        return try await client.execute(uri: "/inloggen", method: .post, headers: headers, body: body)
    }

    /// The name of the field with the choice of a person.
    private static let field = "persoon"

    @Test func `a citizen signs in, reads the list, a message and its attachment, and signs out (SNO-02)`()
        async throws
    {
        try await withSite { site in
            let supplier = try await site.bearer()
            try await site.open { client in
                _ = try await client.send(Message.json(1), "application/json", supplier)
                try await site.process()
                let signedIn = try await signIn(client)
                #expect(signedIn.status == .seeOther)
                #expect(signedIn.headers[.location] == "/berichtenbox")
                let set = try #require(signedIn.headers[.setCookie])
                for word in ["HttpOnly", "Secure", "SameSite=Lax", "Path=/"] { #expect(set.contains(word)) }
                let cookie: HTTPFields = [.cookie: String(set.prefix { $0 != ";" })]
                let list = try await client.execute(uri: "/berichtenbox", method: .get, headers: cookie)
                #expect(list.text.contains("Uw aanslag"))
                let id = try await site.messageID()
                let message = try await client.execute(
                    uri: "/berichtenbox/\(id)", method: .get, headers: cookie)
                #expect(message.text.contains("Beste lezer"))
                let file = try await client.execute(
                    uri: "/berichtenbox/\(id)/bijlagen/1", method: .get, headers: cookie)
                #expect(Data(file.body.readableBytesView).base64EncodedString() == Message.pdf)
                #expect(file.headers[.contentType] == "application/pdf")
                #expect(file.headers[.contentDisposition]?.hasPrefix("attachment") == true)
                #expect(file.headers[.xContentTypeOptions] == "nosniff")
                let page = try await SignInForm.fetch(client, cookie)
                var leaving = form
                leaving[.cookie] = cookie[.cookie]
                let signedOut = try await client.execute(
                    uri: "/uitloggen", method: .post, headers: leaving,
                    body: ByteBuffer(string: page.token))
                #expect(signedOut.status == .seeOther)
                let after = try await client.execute(uri: "/berichtenbox", method: .get, headers: cookie)
                #expect(after.headers[.location] == "/inloggen?naar=%2Fberichtenbox")
            }
        }
    }

    @Test func `a citizen who guesses gets nothing but "not found"`() async throws {
        try await withSite { site in
            let supplier = try await site.bearer()
            let bilal = try await site.citizen(Site.bilal)
            try await site.open { client in
                _ = try await client.send(Message.json(1), "application/json", supplier)
                try await site.process()
                let id = try await site.messageID()
                for path in [
                    "/berichtenbox/\(id)", "/berichtenbox/\(id)/bijlagen/1",
                    "/berichtenbox/01890000-0000-7000-8000-000000000000", "/berichtenbox/1",
                    "/berichtenbox/\(id)/bijlagen/x", "/berichtenbox?voor=x", "/berichtenbox?voor=1_2",
                ] {
                    let response = try await client.execute(uri: path, method: .get, headers: bilal)
                    #expect(response.status == .notFound, "\(path)")
                    #expect(!response.text.contains("Uw aanslag"))
                }
                let read = try await site.database.read { transaction in
                    try transaction.value(
                        "SELECT COUNT(*) FROM message WHERE read_at IS NOT NULL", as: Int.self)
                }
                #expect(read == 0)
            }
        }
    }

    @Test(arguments: [
        ("Origin", "https://elders.example"), ("Origin", "http://localhost.elders.example"),
        ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site"),
    ])
    func `a form from another site is refused`(_ name: String, _ value: String) async throws {
        try await withSite { site in
            try await site.open { client in
                let response = try await signIn(client, [try #require(HTTPField.Name(name)): value])
                #expect(response.status == .forbidden)
                #expect(response.headers[.setCookie] == nil)
            }
        }
    }

    @Test(arguments: ["", "formuliersleutel=", "formuliersleutel=00000000000000000000000000000000"])
    func `a form without the token of its page is refused`(_ token: String) async throws {
        try await withSite { site in
            try await site.open { client in
                let response = try await signIn(client, token: token)
                #expect(response.status == .forbidden)
            }
        }
    }

    @Test func `another page's token does not sign anybody out`() async throws {
        try await withSite { site in
            var headers = try await site.citizen()
            headers[.contentType] = form[.contentType]
            try await site.open { [headers] client in
                let other = try await SignInForm.fetch(client)
                let response = try await client.execute(
                    uri: "/uitloggen", method: .post, headers: headers, body: ByteBuffer(string: other.token))
                #expect(response.status == .forbidden)
                let box = try await client.execute(uri: "/berichtenbox", method: .get, headers: headers)
                #expect(box.status == .ok)
            }
        }
    }

    @Test func `who chooses nobody, or somebody who is not there, is asked again`() async throws {
        try await withSite { site in
            try await site.open { client in
                for key in ["", "c99", "999990019"] {
                    let response = try await signIn(client, key: key)
                    #expect(response.status == .badRequest)
                }
            }
        }
    }
}

extension Site {
    /// The id of the one message there is.
    fileprivate func messageID() async throws -> String {
        let ids = try await database.read { transaction in
            try transaction.rows("SELECT id FROM message") { try $0.next(Identifier<Site>.self).description }
        }
        return try #require(ids.first)
    }
}
