import Configuration
public import Identity

extension Settings {
    /// An identity provider, and what this installation asks of it.
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
    /// The provider of each door that has one.
    func openID() throws -> [Session.Door: Settings.OpenID] {
        var found: [Session.Door: Settings.OpenID] = [:]
        found[.citizens] = try openID("openid", name: "DigiD", claims: try citizenClaims())
        found[.work] = try openID(
            "work-openid", name: "eHerkenning",
            claims: .employees(
                organisation: text("work-openid-organisation-claim") ?? "oin",
                role: text("work-openid-role-claim") ?? "roles"))
        return found
    }

    private func openID(
        _ door: String, name: String, claims: OpenIDClient.Claims
    ) throws -> Settings.OpenID? {
        let issuerKey = "\(door)-issuer"
        guard let issuer = text(ConfigKey(issuerKey)) else { return nil }
        guard OpenIDAddress.isSafe(issuer), !issuer.hasSuffix("/") else {
            throw SettingsError.invalid(
                key: issuerKey, reason: "an issuer is an https address without a slash at the end")
        }
        let clientKey = "\(door)-client"
        guard let clientID = text(ConfigKey(clientKey)) else {
            throw SettingsError.invalid(key: clientKey, reason: "it is needed beside \(issuerKey)")
        }
        return Settings.OpenID(
            issuer: issuer, clientID: clientID,
            secret: secret(ConfigKey("\(door)-secret")).map(SecretText.init),
            name: text(ConfigKey("\(door)-name")) ?? name, claims: claims,
            scope: text(ConfigKey("\(door)-scope")) ?? "openid profile",
            leastLevel: try level(ConfigKey("\(door)-level")))
    }

    private func citizenClaims() throws -> OpenIDClient.Claims {
        let number = text("openid-number-claim") ?? "urn:nl-eid-gdi:1.0:id:bsn"
        guard number != "sub" else {
            throw SettingsError.invalid(
                key: "openid-number-claim", reason: "a number is never the subject (NL GOV OIDC)")
        }
        return .citizens(
            number: number, name: text("openid-name-claim") ?? "name", role: text("openid-role-claim"))
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
