import CivilTime
import Mail
import MessageBox

extension Installation {
    func notificationSending(now: @escaping @Sendable () -> Instant) throws -> NotificationSending {
        let site = settings.publicURL.split(separator: "/").last.map(String.init) ?? settings.publicURL
        return NotificationSending(
            facilities: facilities, route: try mailRoute(), sender: try MailAddress(settings.mailSender),
            site: site,
            now: now)
    }

    /// Mail goes to the server, or to files when none is set. Preproduction writes to nobody: its test
    /// persons may have been given real addresses.
    private func mailRoute() throws -> MailRoute {
        if settings.environment == .preproduction { return .nobody }
        guard let url = settings.smtp else { return .folder(try EmlFolder(path: folder.mailFolder)) }
        return .server(SMTPSender(server: try SMTPServer(url: url)))
    }
}
