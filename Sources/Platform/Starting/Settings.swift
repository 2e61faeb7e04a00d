import Configuration
public import Identity
public import Outbound
import SystemPackage

/// How an installation is set up: flags before environment (`PEIL_…`) before the file before these defaults.
public struct Settings: Sendable {
    public let environment: Environment
    public let dataFolder: String
    /// Outside the data folder and its backups.
    public let keysFolder: String
    public let agreementsFolder: String
    public let policiesFolder: String
    public let host: String
    public let port: Int
    public let managementPort: Int
    /// Without a slash at the end.
    public let publicURL: String
    /// A libpq connection string; nil for the embedded SQLite.
    public let postgres: String?
    /// `smtp://host:port` or `smtps://…`; nil writes mails to files in the data folder.
    public let smtp: String?
    public let mailSender: String
    public let mutualTLS: MutualTLS?
    public let certificateProxies: Set<String>
    public let contact: String?
    /// Where addresses that organisations give for their processing reports may lead.
    public let pushReach: Reach
    public let provider: Provider
    /// By whom people sign in, at each door; none for by nobody, or in the demo by choosing a name.
    public let openID: [Session.Door: OpenID]

    /// The port where systems come in with a certificate, and what it takes.
    public struct MutualTLS: Sendable {
        public let port: Int
        public let certificateFile: String
        public let keyFile: String
        /// The authorities whose certificates are let in.
        public let trustFile: String
    }

    /// The organisation that runs this installation.
    public struct Provider: Sendable {
        public let oin: OIN
        public let name: String
    }
}

public enum SettingsError: Error, CustomStringConvertible {
    case invalid(key: String, reason: String)

    public var description: String {
        switch self {
        case .invalid(let key, let reason): "the setting '\(key)' cannot be used: \(reason)"
        }
    }
}

extension Settings {
    /// Reads the settings.
    ///
    /// - Parameters:
    ///   - flags: what was given on the command line, by key.
    ///   - file: a YAML file with the same keys under `peil:`.
    public static func read(flags: [String: String], file: String?) async throws -> Settings {
        let given = flags.map { key, value in
            (AbsoluteConfigKey(["peil", key]), ConfigValue(.string(value), isSecret: false))
        }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: given)),
            EnvironmentVariablesProvider(),
        ]
        if let file {
            providers.append(try await FileProvider<YAMLSnapshot>(filePath: .init(file)))
        }
        return try Settings(SettingKeys(reader: ConfigReader(providers: providers).scoped(to: "peil")))
    }

    private init(_ keys: SettingKeys) throws {
        environment = try keys.choice("environment", default: .demo)
        dataFolder = keys.text("data") ?? "data"
        keysFolder = keys.text("keys") ?? "keys"
        agreementsFolder = keys.text("agreements") ?? "agreements"
        policiesFolder = keys.text("policies") ?? "policies"
        host = keys.text("host") ?? "127.0.0.1"
        port = try keys.port("port") ?? 8080
        managementPort = try keys.port("management-port") ?? 8081
        let address = keys.text("public-url") ?? "http://\(host):\(port)"
        publicURL = address.hasSuffix("/") ? String(address.dropLast()) : address
        postgres = keys.secret("postgres")
        smtp = keys.secret("smtp")
        mailSender = keys.text("mail-sender") ?? "noreply@peil.example"
        mutualTLS = try keys.mutualTLS()
        certificateProxies = Set(
            (keys.text("certificate-proxies") ?? "").split(separator: ",").map(String.init))
        contact = keys.text("contact")
        pushReach = try keys.choice("push-reach", default: environment == .demo ? .loopback : .publicOnly)
        provider = try keys.provider()
        openID = try keys.openID()
    }
}

/// The keys, read as what they must be. The texts name the key, never its value: it may be secret.
struct SettingKeys {
    let reader: ConfigReader

    func text(_ key: ConfigKey) -> String? {
        reader.string(forKey: key)
    }

    func secret(_ key: ConfigKey) -> String? {
        reader.string(forKey: key, isSecret: true)
    }

    func choice<Choice: RawRepresentable & CaseIterable>(
        _ key: ConfigKey, default standard: Choice
    ) throws -> Choice where Choice.RawValue == String {
        guard let text = text(key) else { return standard }
        guard let choice = Choice(rawValue: text) else {
            let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw SettingsError.invalid(key: "\(key)", reason: "choose one of \(known)")
        }
        return choice
    }

    func port(_ key: ConfigKey) throws -> Int? {
        guard let text = text(key) else { return nil }
        guard let port = Int(text), (1...65_535).contains(port) else {
            throw SettingsError.invalid(key: "\(key)", reason: "a port is a number from 1 to 65535")
        }
        return port
    }

    func mutualTLS() throws -> Settings.MutualTLS? {
        guard let port = try port("mutual-tls-port") else { return nil }
        func file(_ key: ConfigKey) throws -> String {
            guard let path = text(key) else {
                throw SettingsError.invalid(key: "\(key)", reason: "it is needed beside mutual-tls-port")
            }
            return path
        }
        return Settings.MutualTLS(
            port: port, certificateFile: try file("mutual-tls-certificate"),
            keyFile: try file("mutual-tls-key"),
            trustFile: try file("mutual-tls-trust"))
    }

    func provider() throws -> Settings.Provider {
        guard let oin = OIN(text("provider-oin") ?? "00000099000000009000") else {
            throw SettingsError.invalid(key: "provider-oin", reason: "an OIN is twenty digits")
        }
        return Settings.Provider(oin: oin, name: text("provider-name") ?? "Peil (beheerorganisatie)")
    }
}
