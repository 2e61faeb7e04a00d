import CivilTime
import Mail
import MessageBox

extension Installation {
    /// Notifications go to the mail server, or to files when none is set.
    func notificationSending(now: @escaping @Sendable () -> Instant) throws -> NotificationSending {
        let route: MailRoute =
            if let url = settings.smtp {
                .server(SMTPSender(server: try SMTPServer(url: url)))
            } else {
                .folder(try EmlFolder(path: folder.mailFolder))
            }
        let site = settings.publicURL.split(separator: "/").last.map(String.init) ?? settings.publicURL
        return NotificationSending(
            facilities: facilities, route: route, sender: try MailAddress(settings.mailSender), site: site,
            now: now)
    }
}
