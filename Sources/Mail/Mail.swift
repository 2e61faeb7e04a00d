public import CivilTime

/// One mail to one person: what it says, to whom, and the id by which a repeat can be recognised.
public struct Mail: Sendable {
    public let from: MailAddress
    public let to: MailAddress
    public let subject: String
    /// What readers without HTML see; also the whole mail when there is no HTML.
    public let text: String
    public let html: String?
    /// `local@domain`. Given by the caller and the same at each attempt: mail is sent at least once.
    public let messageID: String
    public let date: Instant
    /// Where mail servers send word that it did not arrive; the sender's own address when nil.
    public let returnPath: MailAddress?

    /// A notice is a few kilobytes; this bounds what one mail can cost.
    public static let bodyByteLimit = 1_000_000
    private static let subjectByteLimit = 500

    public init(
        from: MailAddress, to: MailAddress, subject: String, text: String, html: String? = nil,
        messageID: String, date: Instant, returnPath: MailAddress? = nil
    ) throws(MailError) {
        try Header.check(subject)
        guard subject.utf8.count <= Self.subjectByteLimit else { throw .invalid("the subject is too long") }
        guard text.utf8.count + (html?.utf8.count ?? 0) <= Self.bodyByteLimit else {
            throw .invalid("the text is longer than \(Self.bodyByteLimit) bytes")
        }
        // Checked as an address, which has the same characters and length.
        _ = try MailAddress(messageID)
        self.from = from
        self.to = to
        self.subject = subject
        self.text = text
        self.html = html
        self.messageID = messageID
        self.date = date
        self.returnPath = returnPath
    }
}
