/// The system a call goes to: scheme, host and port. What one of its addresses does says something of all of
/// them.
struct Destination: Hashable, Sendable {
    let text: String

    /// Nil for an address that no call is made to.
    init?(of url: String) {
        guard let separator = url.firstIndex(of: ":"), url[separator...].hasPrefix("://") else { return nil }
        let scheme = url[..<separator].lowercased()
        let authority = url[separator...].dropFirst(3).prefix { !"/?#".contains($0) }
        guard scheme == "http" || scheme == "https", !authority.isEmpty, !authority.contains("@") else {
            return nil
        }
        text = "\(scheme)://\(authority.lowercased())"
    }
}
