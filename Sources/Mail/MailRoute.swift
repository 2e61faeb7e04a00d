/// Where mail goes: to a server, into a folder where none is configured, or to nobody.
public enum MailRoute: Sendable {
    case server(SMTPSender)
    case folder(EmlFolder)
    /// An environment that must not write to people: nothing leaves it.
    case nobody

    /// Whether there is any use in looking somebody up.
    public var reachesPeople: Bool {
        if case .nobody = self { false } else { true }
    }

    /// Returns when the server has taken the mail, or when its file is there.
    public func send(_ mail: Mail) async throws(MailError) {
        switch self {
        case .server(let sender): try await sender.send(mail)
        case .folder(let folder): try await folder.send(mail)
        case .nobody: break
        }
    }
}
