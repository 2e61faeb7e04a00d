import Yams

/// The apps of an installation as its policy file has them, with the names of their scopes.
public struct AppFile: Sendable, Decodable {
    public let apps: [Entry]

    public struct Entry: Sendable, Decodable {
        public let id: String
        public let name: String
        public let redirectURIs: [String]
        public let scopes: [String]

        enum CodingKeys: String, CodingKey {
            case id, name, scopes
            case redirectURIs = "redirect_uris"
        }
    }

    public init(text: String, name: String) throws(PolicyFileError) {
        do {
            self = try YAMLDecoder().decode(AppFile.self, from: text)
        } catch {
            throw PolicyFileError(
                description: "\(name): expected apps, each with id, name, redirect_uris and scopes: \(error)")
        }
        guard Set(apps.map(\.id)).count == apps.count else {
            throw PolicyFileError(description: "\(name): two apps have the same id")
        }
        for app in apps {
            guard !app.redirectURIs.isEmpty, app.redirectURIs.allSatisfy(Self.isRedirectURI) else {
                throw PolicyFileError(
                    description: """
                        \(name): the redirect_uris of \(app.id) are https, http on 127.0.0.1, or a scheme \
                        of the app's own such as nl.example.app:/back; none has a fragment
                        """)
            }
        }
    }

    /// RFC 8252: an address only the app can be answered at.
    private static func isRedirectURI(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), !text.contains("#"),
            let colon = text.firstIndex(of: ":")
        else { return false }
        let scheme = text[..<colon]
        return text.hasPrefix("https://") || text.hasPrefix("http://127.0.0.1:") || scheme.contains(".")
    }
}
