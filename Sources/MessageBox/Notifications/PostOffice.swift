import CivilTime
import Identity
import Mail
import Markup
import SQL

/// Puts letters in their envelopes: whom they come from, the id by which a repeat is recognised, and the
/// address that a bounce comes back to.
struct PostOffice: Sendable {
    let sender: MailAddress
    let site: String

    func mail(_ letter: Letter, at now: Instant) throws(MailError) -> Mail {
        let text = NotificationMail(letter.content, site: site, in: letter.language)
        let host = site.split(separator: ":").first ?? "peil"
        return try Mail(
            from: sender, to: try MailAddress(letter.address), subject: text.subject, text: text.text,
            html: text.html, messageID: "\(letter.stem)@\(host)", date: now,
            returnPath: try letter.email.map { email throws(MailError) in try returnPath(for: email) })
    }

    /// `local+id@domain`: whatever program answers, it names the address that did not work.
    private func returnPath(for email: Contact.EmailID) throws(MailError) -> MailAddress {
        let parts = sender.address.split(separator: "@")
        return try MailAddress("\(parts[0])+\(email)@\(parts[parts.count - 1])")
    }
}

extension Letter {
    /// The same at each attempt: what it is about, and the address it goes to.
    fileprivate var stem: String {
        switch errand {
        case .arrival(let message): "bericht.\(message)\(mark)"
        case .digest(let digest): "overzicht.\(digest)\(mark)"
        case .reminder(let message): "herinnering.\(message)\(mark)"
        case .code(_, let id): "code.\(id)"
        case .farewell(_, let email, _): "adres.\(email)"
        }
    }

    private var mark: String { email.map { ".\($0)" } ?? "" }
}

extension Contact {
    /// The address that a bounced mail was sent to, by the id that was put in its envelope or its Message-ID.
    static func email(named text: some StringProtocol) -> EmailID? {
        let local = text.split(separator: "@").first ?? ""
        return local.split(whereSeparator: { $0 == "+" || $0 == "." }).last.flatMap { EmailID(String($0)) }
    }
}
