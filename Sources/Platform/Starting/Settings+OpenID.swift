import Configuration
public import Identity

extension Settings {
    /// The identity provider, and what this installation asks of it.
    public struct OpenID: Sendable {
        public let issuer: String
        public let clientID: String
        /// Nil for `private_key_jwt`, with a key of our own.
        let secret: SecretText?
        /// What people know the provider by.
        public let name: String
        public let claims: OpenIDClient.Claims
        public let scope: String
        public let leastLevel: LevelOfAssurance
    }
}

extension SettingKeys {
    func openID() throws -> Settings.OpenID? {
        guard let issuer = text("openid-issuer") else { return nil }
        guard OpenIDAddress.isSafe(issuer), !issuer.hasSuffix("/") else {
            throw SettingsError.invalid(
                key: "openid-issuer", reason: "an issuer is an https address without a slash at the end")
        }
        guard let clientID = text("openid-client") else {
            throw SettingsError.invalid(key: "openid-client", reason: "it is needed beside openid-issuer")
        }
        let number = text("openid-number-claim") ?? "urn:nl-eid-gdi:1.0:id:bsn"
        guard number != "sub" else {
            throw SettingsError.invalid(
                key: "openid-number-claim", reason: "a number is never the subject (NL GOV OIDC)")
        }
        return Settings.OpenID(
            issuer: issuer, clientID: clientID, secret: secret("openid-secret").map(SecretText.init),
            name: text("openid-name") ?? "DigiD",
            claims: .init(
                number: number, name: text("openid-name-claim") ?? "name", role: text("openid-role-claim")),
            scope: text("openid-scope") ?? "openid profile",
            leastLevel: try level("openid-level"))
    }

    private func level(_ key: ConfigKey) throws -> LevelOfAssurance {
        guard let text = text(key) else { return .substantial }
        guard let level = LevelOfAssurance(rawValue: text) else {
            let known = LevelOfAssurance.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsError.invalid(key: "\(key)", reason: "choose one of \(known)")
        }
        return level
    }
}
