import Yams

/// The roles of an installation as its policy file has them: names and titles with the names of their
/// capabilities.
public struct RoleFile: Sendable, Decodable {
    public let roles: [Entry]

    public struct Entry: Sendable, Decodable {
        public let name: String
        public let title: String
        /// Whose role it is; nil for staff.
        public let audience: String?
        public let capabilities: [String]

        enum CodingKeys: String, CodingKey {
            case name
            case title
            case audience = "for"
            case capabilities
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        do {
            self = try YAMLDecoder().decode(RoleFile.self, from: text)
        } catch {
            throw PolicyFileError(
                description: "\(name): expected roles, each with name, title, for and capabilities: \(error)")
        }
    }
}
