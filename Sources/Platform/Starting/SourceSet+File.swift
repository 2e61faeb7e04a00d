import AgreementFiles
import CivilTime
import Identity
import Outbound
import PersonalData

extension SourceSet {
    /// Reads `sources.yaml` of the folder of policies. A stub is a source where nothing is real, and none in
    /// production.
    ///
    /// - Parameter keys: the folder that credentials are read from.
    static func read(
        folder: String, keys: String, environment: Environment, stubs: StubServer,
        now: @escaping @Sendable () -> Instant
    ) throws -> SourceSet {
        let path = "\(folder)/sources.yaml"
        let file = try SourceFile(text: try FileSystem.text(path), name: path)
        let declared = try file.sources.map { entry in
            guard let source = Source(entry) else {
                throw SettingsError.invalid(key: path, reason: "the source '\(entry.key)' cannot be read")
            }
            return source
        }
        var credentials: [String: SourceCredentials] = [:]
        for entry in file.sources {
            credentials[entry.key] = try entry.credentials.map {
                try SourceCredentials($0, folder: keys, source: entry.key)
            }
        }
        guard environment != .production else {
            return SourceSet(declared.filter { $0.address != nil }, credentials: credentials, now: now)
        }
        return SourceSet(
            declared, credentials: credentials, stubs: { try await stubs.address(of: $0.kind) }, now: now)
    }
}

extension SourceCredentials {
    /// Everything is tried once at the start, so that a missing file is not found out by a citizen.
    fileprivate init(_ named: SourceFile.Credentials, folder: String, source: String) throws {
        let path = { @Sendable (name: String) in "\(folder)/\(name)" }
        for name in [named.tokenFile, named.keyFile].compactMap(\.self)
        where try !FileSystem.isPrivate(path(name)) {
            throw SettingsError.invalid(
                key: path(name),
                reason: "others on this machine can read it; take that right away (chmod 600)")
        }
        let token = named.tokenFile.map { name in
            { @Sendable () throws -> SecretToken in
                let text = try FileSystem.text(path(name)).trimmingSuffix(while: \.isNewline)
                guard let token = SecretToken(text) else {
                    throw SettingsError.invalid(
                        key: path(name), reason: "expected the token of the source '\(source)' on one line")
                }
                return token
            }
        }
        _ = try token?()
        let files = [named.certificateFile, named.trustFile].compactMap(\.self)
        guard !files.isEmpty else {
            self.init(token: token, identity: nil)
            return
        }
        do {
            self.init(
                token: token,
                identity: try OutboundIdentity(
                    certificateFile: named.certificateFile.map(path), keyFile: named.keyFile.map(path),
                    trustFile: named.trustFile.map(path)))
        } catch {
            throw SettingsError.invalid(key: folder, reason: "source '\(source)': \(error)")
        }
    }
}

extension String {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> String {
        String(reversed().drop(while: isLeftOut).reversed())
    }
}

extension Source {
    fileprivate init?(_ entry: SourceFile.Entry) {
        guard let kind = Kind(rawValue: entry.kind), let owner = OIN(entry.owner.oin) else { return nil }
        self.init(
            key: entry.key, kind: kind, title: .init(entry.title), owner: owner, ownerName: entry.owner.name,
            address: entry.address == SourceFile.stub ? nil : entry.address,
            timeoutMilliseconds: Int64(entry.timeoutMilliseconds), correction: .init(entry.correction),
            fields: entry.fields.map { field in
                Field(
                    path: field.path, label: .init(field.label),
                    notation: field.notation.flatMap(Notation.init) ?? .text)
            })
    }
}

extension Source.Bilingual {
    fileprivate init(_ text: SourceFile.Bilingual) {
        self.init(dutch: text.nl, english: text.en)
    }
}
