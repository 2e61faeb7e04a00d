import AgreementFiles
import Foundation
import Identity

extension TermsPolicy {
    /// Reads the versions of the terms in the folder of policies; none means that none is asked.
    static func read(folder: String) throws -> TermsPolicy {
        let path = "\(folder)/terms"
        guard FileSystem.exists(path) else { return TermsPolicy([]) }
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }
        let versions = try names.sorted().map { name in
            let file = "\(path)/\(name)"
            return Terms(try TermsFile(text: try FileSystem.text(file), name: file))
        }
        guard Set(versions.map(\.version)).count == versions.count else {
            throw SettingsError.invalid(key: path, reason: "two files hold the same version")
        }
        return TermsPolicy(versions)
    }
}

extension Terms {
    fileprivate init(_ file: TermsFile) {
        let section = { (section: TermsFile.Section) in
            Section(heading: section.heading, paragraphs: section.paragraphs)
        }
        self.init(
            version: file.version, validFrom: file.validFrom, ageMinimumYears: file.minimumAge,
            dutch: file.dutch.map(section), english: file.english.map(section))
    }
}

extension AppPolicy {
    /// Reads `apps.yaml` of the folder of policies; a scope that does not exist is refused by name.
    static func read(folder: String) throws -> AppPolicy {
        let path = "\(folder)/apps.yaml"
        guard FileSystem.exists(path) else { return AppPolicy(apps: []) }
        let file = try AppFile(text: try FileSystem.text(path), name: path)
        return AppPolicy(
            apps: try file.apps.map { entry in
                guard let scopes = PersonScope.list(entry.scopes.joined(separator: " ")) else {
                    throw SettingsError.invalid(
                        key: path, reason: "the app '\(entry.id)' has a scope that does not exist")
                }
                return App(
                    id: entry.id, name: entry.name, redirectURIs: entry.redirectURIs, scopes: scopes)
            })
    }
}
