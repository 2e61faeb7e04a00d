import CivilTime
import Crypto
import Foundation
import Testing
import WebPush

@Suite struct VAPIDTests {
    @Test func `header and claims are those of the example in RFC 8292`() throws {
        // The example expires at 1453523768; tokens of ours live twelve hours.
        let now = Instant(seconds: 1_453_523_768 - 43_200)
        let value = VAPIDKey().authorization(
            audience: "https://push.example.net", contact: "mailto:push@example.com", at: now)
        #expect(
            value.hasPrefix(
                "vapid "
                    + "t=eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBs"
                    + "ZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0."))
    }

    @Test func `the push service can check who sent, by the key that stands beside it`() throws {
        let key = VAPIDKey()
        let value = key.authorization(
            audience: "https://push.example.net", contact: "mailto:a@example.org", at: Instant(seconds: 0))
        let parts = value.dropFirst("vapid ".count).split(separator: ", ")
        let token = try #require(parts.first).dropFirst(2).split(separator: ".").map(String.init)
        #expect(parts.last == "k=\(key.publicKey)")
        let point = try bytes(key.publicKey)
        #expect(point.count == 65)
        let signature = try P256.Signing.ECDSASignature(rawRepresentation: try bytes(token[2]))
        let verifier = try P256.Signing.PublicKey(x963Representation: point)
        #expect(verifier.isValidSignature(signature, for: Data("\(token[0]).\(token[1])".utf8)))
        #expect(!verifier.isValidSignature(signature, for: Data("\(token[0]).\(token[1])x".utf8)))
    }

    @Test func `an address cannot add a claim of its own`() throws {
        let value = VAPIDKey().authorization(
            audience: "https://push.example", contact: #"mailto:a","exp":9,"x":"\"# + "\n",
            at: Instant(seconds: 0))
        let token = value.split(separator: ".").map(String.init)
        let claims = try JSONSerialization.jsonObject(with: Data(try bytes(token[1])))
        let named = try #require(claims as? [String: Any])
        #expect(named["exp"] as? Int == 43_200)
        #expect(named["sub"] as? String == #"mailto:a","exp":9,"x":"\ "#)
    }

    @Test func `a key that is kept comes back the same, and another text is refused`() throws {
        let key = VAPIDKey()
        #expect(try VAPIDKey(pem: key.pem).publicKey == key.publicKey)
        #expect(throws: WebPushError.privateKey) { try VAPIDKey(pem: "-----BEGIN PRIVATE KEY-----") }
    }
}
