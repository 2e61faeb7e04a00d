import Crypto

/// A secret that means nothing to who holds it, such as the one in a signed-in visitor's cookie. Only its
/// hash is stored, and it never prints. What it is for is part of its type.
public struct OpaqueToken<Purpose>: Sendable {
    public let text: String

    /// 43 characters of base64url hold 258 bits.
    private static var length: Int { 43 }

    public init?(_ text: String) {
        guard text.utf8.count == Self.length else { return nil }
        self.text = text
    }

    /// A new token of at least 256 random bits, in base64url.
    public static func random() -> OpaqueToken {
        var generator = SystemRandomNumberGenerator()
        let characters = (0..<length).map { _ in
            Base64URL.alphabet[Int.random(in: 0..<64, using: &generator)]
        }
        return OpaqueToken(unchecked: String(decoding: characters, as: UTF8.self))
    }

    private init(unchecked text: String) {
        self.text = text
    }

    var hash: [UInt8] {
        Array(SHA256.hash(data: Array(text.utf8)))
    }
}

extension OpaqueToken: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}
