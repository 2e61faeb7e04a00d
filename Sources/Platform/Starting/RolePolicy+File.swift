import AgreementFiles
import Identity

extension RolePolicy {
    /// Reads `roles.yaml` of the folder of policies; a capability that does not exist, or that is not for the
    /// people of the role, is refused by name.
    static func read(folder: String) throws -> RolePolicy {
        let path = "\(folder)/roles.yaml"
        let file = try RoleFile(text: try FileSystem.text(path), name: path)
        guard Set(file.roles.map(\.name)).count == file.roles.count else {
            throw SettingsError.invalid(key: path, reason: "two roles have the same name")
        }
        return RolePolicy(roles: try file.roles.map { try Role($0, path: path) })
    }
}

extension Role {
    fileprivate init(_ entry: RoleFile.Entry, path: String) throws {
        guard let audience = entry.audience.map(Audience.init) ?? .staff else {
            throw SettingsError.invalid(
                key: path, reason: "the role '\(entry.name)' is for staff or for organisation")
        }
        let capabilities = try entry.capabilities.map { name in
            guard let capability = Capability(rawValue: name) else {
                throw SettingsError.invalid(key: path, reason: "there is no capability '\(name)'")
            }
            guard capability.fits(audience) else {
                throw SettingsError.invalid(
                    key: path,
                    reason: "the role '\(entry.name)' is for \(audience.rawValue), '\(name)' is not")
            }
            return capability
        }
        self.init(
            name: entry.name, title: entry.title, for: audience, capabilities: Set(capabilities))
    }
}
