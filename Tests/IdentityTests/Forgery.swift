import CivilTime
import Crypto
import CryptoExtras
import Foundation
import Identity

/// A JSON Web Token put together by hand, so that a test can make every part of it wrong.
struct Forgery: Sendable {
    enum Signer: String, Sendable, CaseIterable {
        case rs256 = "RS256"
        case ps256 = "PS256"
        case es256 = "ES256"
        case hs256 = "HS256"
        case none
    }

    var signer = Signer.es256
    var kid: String? = "ec"
    var claims: [String: any Sendable] = [
        "iss": "client", "sub": "client", "aud": Office.address, "exp": Office.now.seconds + 60,
        "jti": UUID().uuidString,
    ]

    static let ec = P256.Signing.PrivateKey()
    static let otherEC = P256.Signing.PrivateKey()

    /// The public keys of the client, with an RSA key of its own for each algorithm.
    static func jwks(_ rsa: _RSA.Signing.PrivateKey) throws -> String {
        let primitives = try rsa.publicKey.getKeyPrimitives()
        let (n, e) = (base64URL(primitives.modulus), base64URL(primitives.publicExponent))
        return """
            {"keys":[\(ecKey()),{"kty":"RSA","kid":"rsa","n":"\(n)","e":"\(e)"}]}
            """
    }

    static func ecKey(kid: String? = "ec", more: String = "") -> String {
        let point = ec.publicKey.rawRepresentation
        let (x, y) = (base64URL(point.prefix(32)), base64URL(point.suffix(32)))
        let name = kid.map { #""kid":"\#($0)","# } ?? ""
        return #"{"kty":"EC",\#(name)"crv":"P-256","x":"\#(x)","y":"\#(y)"\#(more)}"#
    }

    func token(
        _ rsa: _RSA.Signing.PrivateKey? = nil, ec: P256.Signing.PrivateKey = Forgery.ec
    ) throws -> String {
        var header: [String: any Sendable] = ["alg": signer.rawValue, "typ": "JWT"]
        header["kid"] = kid
        let head = try JSONSerialization.data(withJSONObject: header)
        let body = try JSONSerialization.data(withJSONObject: claims)
        let signed = Data("\(base64URL(head)).\(base64URL(body))".utf8)
        return String(decoding: signed, as: UTF8.self) + "." + base64URL(try signature(of: signed, rsa, ec))
    }

    private func signature(
        of signed: Data, _ rsa: _RSA.Signing.PrivateKey?, _ ec: P256.Signing.PrivateKey
    ) throws -> Data {
        switch signer {
        case .rs256:
            try rsa?.signature(for: SHA256.hash(data: signed), padding: .insecurePKCS1v1_5).rawRepresentation
                ?? Data()
        case .ps256:
            try rsa?.signature(for: SHA256.hash(data: signed), padding: .PSS).rawRepresentation ?? Data()
        case .es256: try ec.signature(for: signed).rawRepresentation
        case .hs256:
            // Signed with the public key as if it were a shared secret: the well-known confusion.
            Data(
                HMAC<SHA256>.authenticationCode(
                    for: signed, using: SymmetricKey(data: Data(ec.publicKey.pemRepresentation.utf8))))
        case .none: Data()
        }
    }
}

func base64URL(_ bytes: some DataProtocol) -> String {
    Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
}
