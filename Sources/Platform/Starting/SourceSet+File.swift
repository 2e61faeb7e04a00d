import AgreementFiles
import CivilTime
import Identity
import PersonalData

extension SourceSet {
    /// Reads `sources.yaml` of the folder of policies. A stub is a source where nothing is real, and none in
    /// production.
    static func read(
        folder: String, environment: Environment, stubs: StubServer, now: @escaping @Sendable () -> Instant
    ) throws -> SourceSet {
        let path = "\(folder)/sources.yaml"
        let file = try SourceFile(text: try FileSystem.text(path), name: path)
        let declared = try file.sources.map { entry in
            guard let source = Source(entry) else {
                throw SettingsError.invalid(key: path, reason: "the source '\(entry.key)' cannot be read")
            }
            return source
        }
        guard environment != .production else {
            return SourceSet(declared.filter { $0.address != nil }, now: now)
        }
        return SourceSet(declared, stubs: { try await stubs.address(of: $0.kind) }, now: now)
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
