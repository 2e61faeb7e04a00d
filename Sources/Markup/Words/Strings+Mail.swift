// The mail that says a message has come.
extension Strings {
    public func mailSubject(_ sender: String) -> String {
        pick("Nieuw bericht van \(sender)", "New message from \(sender)")
    }
    public func mailNews(_ sender: String) -> String {
        pick(
            "Er staat een nieuw bericht van \(sender) in uw berichtenbox.",
            "There is a new message from \(sender) in your message box.")
    }
    public var mailWhy: String {
        pick(
            "Waar het bericht over gaat, staat niet in deze mail: een mail kan door anderen worden gelezen.",
            "What the message is about is not in this mail: a mail can be read by others.")
    }
    public func mailHow(_ site: String) -> String {
        pick(
            "Zo leest u het bericht: open uw browser, typ zelf \(site) en log in.",
            "This is how you read the message: open your browser, type \(site) yourself and sign in.")
    }
    public var mailNoLink: String {
        pick(
            "In deze mail staat met opzet geen link om in te loggen. Krijgt u een mail met zo’n link, dan "
                + "is die niet van ons.",
            "This mail has no link to sign in, on purpose. If you get a mail with such a link, it is not "
                + "from us."
        )
    }
    public var mailNoReply: String {
        pick(
            "Deze mail is automatisch verstuurd. U kunt er niet op antwoorden.",
            "This mail was sent automatically. You cannot reply to it.")
    }
}
