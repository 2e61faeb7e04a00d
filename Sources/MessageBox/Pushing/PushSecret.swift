import CivilTime
import Crypto

/// What an organisation knows a push by: shown once, when the address is set. It prints as dots.
public struct PushSecret: Sendable {
    /// 64 hexadecimal digits; their ASCII bytes are the key.
    public let text: String

    static func random() -> PushSecret {
        PushSecret(text: SymmetricKey(size: .bits256).withUnsafeBytes { hexadecimal($0) })
    }

    /// The value of the header ``PushSecret/header``: the moment in seconds, and the HMAC-SHA256 over that
    /// moment, a dot and the body. With the moment in it, an old push cannot be sent again as new.
    func signature(of body: [UInt8], at now: Instant) -> String {
        let key = SymmetricKey(data: Array(text.utf8))
        let code = HMAC<SHA256>.authenticationCode(for: Array("\(now.seconds).".utf8) + body, using: key)
        return "t=\(now.seconds),v1=\(hexadecimal(code))"
    }

    static let header = "Peil-Handtekening"
}

extension PushSecret: CustomStringConvertible, CustomReflectable {
    public var description: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}

private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
