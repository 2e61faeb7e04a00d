import AgreementFiles
import Identity

extension RolePolicy {
    /// Reads `roles.yaml` of the folder of policies; a capability that does not exist is refused by name.
    static func read(folder: String) throws -> RolePolicy {
        let path = "\(folder)/roles.yaml"
        let file = try RoleFile(text: try FileSystem.text(path), name: path)
        return RolePolicy(
            roles: try file.roles.map { entry in
                let capabilities = try entry.capabilities.map { name in
                    guard let capability = Capability(rawValue: name) else {
                        throw SettingsError.invalid(key: path, reason: "there is no capability '\(name)'")
                    }
                    return capability
                }
                return Role(name: entry.name, title: entry.title, capabilities: Set(capabilities))
            })
    }
}
