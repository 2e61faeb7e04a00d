import Crypto
import Foundation
import Testing

@testable import WebPush

@Suite struct EncryptionTests {
    /// RFC 8291, §5 and Appendix A.
    private static let message =
        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz"
        + "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN"
    private static let p256dh =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"
    private static let auth = "BTBZMqHH6r4Tts7J_aSIgg"
    private static let text = Array("When I grow up, I want to be a watermelon".utf8)

    private func browser() throws -> Browser {
        Browser(
            key: try .init(rawRepresentation: try bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")),
            secret: try bytes(Self.auth))
    }

    @Test func `the example of RFC 8291 comes out to the byte (SNO-06)`() throws {
        let receiver = try PushReceiver(p256dh: Self.p256dh, auth: Self.auth)
        let sender = try P256.KeyAgreement.PrivateKey(
            rawRepresentation: try bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"))
        let body = try receiver.encrypted(
            Self.text, paddingByteCount: 0, sender: sender, salt: try bytes("DGv6ra1nlYgDCS1FRnbzlw"))
        #expect(Base64URL.text(of: body) == Self.message)
        #expect(try browser().p256dh == Self.p256dh)
        #expect(try browser().open(body) == Self.text)
    }

    @Test func `the first example of RFC 8188 comes out to the byte`() throws {
        let coding = ContentCoding(
            salt: try bytes("I1BsxtFttlv3u_Oo94xnmw"), keyID: [],
            keyMaterial: SymmetricKey(data: try bytes("yqdlZ-tYemfogSmv7Ws5PQ")), recordByteCount: 4_096)
        let body = coding.encoded(Array("I am the walrus".utf8), paddingByteCount: 0)
        #expect(
            Base64URL.text(of: body)
                == "I1BsxtFttlv3u_Oo94xnmwAAEAAA-NAVub2qFgBEuQKRapoZu-IxkIva3MEB1PD-ly8Thjg")
    }

    @Test func `the reader of these tests reads the second example of RFC 8188, of two records`() throws {
        let body = try bytes(
            "uNCkWiNYzKTnBN9ji3-qWAAAABkCYTHOG8chz_gnvgOqdGYovxyjuqRyJFjEDyoF1Fvkj6hQPdPHI51"
                + "OEUKEpgz3SsLWIqS_uA"
        )
        let material = SymmetricKey(data: try bytes("BO3ZVPxUlnLORbVGMpbT1Q"))
        #expect(try opened(body, with: material) == Array("I am the walrus".utf8))
    }

    @Test(arguments: [0, 1, 41, 511, 512, 513, 3_992, 3_993])
    func `a browser reads what was sent, and the length tells little of it`(_ count: Int) throws {
        let browser = try browser()
        let receiver = try PushReceiver(p256dh: browser.p256dh, auth: browser.auth)
        let payload = [UInt8](repeating: 0x61, count: count)
        let body = try receiver.encrypted(payload)
        #expect(body.count <= 4_096)
        #expect((body.count - 103).isMultiple(of: 512) || body.count == 4_096)
        #expect(try browser.open(body) == payload)
        #expect(try receiver.encrypted(payload) != body, "a key and a salt of its own each time")
    }

    @Test func `a payload that needs a second record is refused`() throws {
        let receiver = try PushReceiver(p256dh: Self.p256dh, auth: Self.auth)
        #expect(PushReceiver.payloadLimitBytes == 3_993)
        #expect(throws: WebPushError.tooLong(limitBytes: 3_993)) {
            try receiver.encrypted([UInt8](repeating: 0, count: 3_994))
        }
    }

    @Test func `keys that are kept come back the same`() throws {
        let receiver = try PushReceiver(p256dh: Self.p256dh, auth: Self.auth)
        #expect(receiver.bytes.count == 81)
        #expect(try PushReceiver(bytes: receiver.bytes).bytes == receiver.bytes)
        #expect(throws: WebPushError.publicKey) { try PushReceiver(bytes: []) }
        #expect(throws: WebPushError.secret) { try PushReceiver(bytes: Array(receiver.bytes.dropLast())) }
    }
}

/// What a hostile page could send instead of keys.
@Suite struct HostileKeyTests {
    private static let good = [UInt8](
        Base64URL.bytes(
            of: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")
            ?? []
    )

    static let publicKeys: [(String, [UInt8])] = [
        ("nothing", []),
        ("a byte less", good.dropLast()),
        ("a byte more", good + [0]),
        ("a point beside the curve", good.dropLast() + [good[64] ^ 1]),
        ("the point at infinity", [0]),
        ("infinity in 65 bytes", [UInt8](repeating: 0, count: 65)),
        ("zero for both coordinates", [4] + [UInt8](repeating: 0, count: 64)),
        ("coordinates above the field", [4] + [UInt8](repeating: 255, count: 64)),
        ("a compressed point", [2] + good[1...32]),
        ("the hybrid form", [6] + good.dropFirst()),
    ]

    @Test(arguments: publicKeys)
    func `a key that is no point of the curve is refused by name`(_ name: String, _ key: [UInt8]) throws {
        #expect(Self.good.count == 65)
        #expect(throws: WebPushError.publicKey) {
            try PushReceiver(p256dh: Base64URL.text(of: key), auth: "BTBZMqHH6r4Tts7J_aSIgg")
        }
    }

    @Test(arguments: ["", "BTBZMqHH6r4Tts7J_aSI", "BTBZMqHH6r4Tts7J_aSIggAA", "BTBZMqHH6r4Tts7J+aSIgg"])
    func `a secret of another length or alphabet is refused by name`(_ auth: String) throws {
        #expect(throws: WebPushError.secret) {
            try PushReceiver(p256dh: Base64URL.text(of: Self.good), auth: auth)
        }
    }
}
