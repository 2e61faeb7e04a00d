/// Where mail goes: to a server, or into a folder where none is configured.
public enum MailRoute: Sendable {
    case server(SMTPSender)
    case folder(EmlFolder)

    /// Returns when the server has taken the mail, or when its file is there.
    public func send(_ mail: Mail) async throws(MailError) {
        switch self {
        case .server(let sender): try await sender.send(mail)
        case .folder(let folder): try await folder.send(mail)
        }
    }
}
