/// Whom somebody who connects a system can ask (ADR `/core/doc-openapi-contact`).
public struct Contact: Sendable {
    let name: String
    let email: String

    /// - Parameters:
    ///   - name: of the organisation that runs this installation.
    ///   - email: nil where none is set: then the postmaster, whom every mail domain has (RFC 5321 §4.5.1).
    ///   - publicURL: the address of this installation.
    public init(name: String, email: String?, publicURL: String) {
        self.name = name
        if let email, email.contains("@") {
            self.email = email
        } else {
            let host = publicURL.split(separator: "/").dropFirst().first?.split(separator: ":").first ?? ""
            self.email = "postmaster@" + (host.contains { $0.isLetter } ? host : "localhost")
        }
    }
}
