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
    public func mailAbout(_ subject: String) -> String {
        pick("Het onderwerp is: \(subject)", "The subject is: \(subject)")
    }
    public var mailSettings: String {
        pick(
            "Wilt u anders bericht krijgen, bijvoorbeeld één keer per dag? Kies dat bij Instellingen.",
            "Do you want to be told differently, such as once a day? Choose so under Settings.")
    }
}

// What came since yesterday, together.
extension Strings {
    public func digestSubject(_ count: Int) -> String {
        pick(
            count == 1
                ? "1 nieuw bericht van de overheid" : "\(number(count)) nieuwe berichten van de overheid",
            count == 1
                ? "1 new message from the government" : "\(number(count)) new messages from the government"
        )
    }
    public var digestNews: String {
        pick(
            "Dit kwam er sinds gisteren in uw berichtenbox, en hebt u nog niet gelezen:",
            "This came to your message box since yesterday, and you have not read it yet:")
    }
    public func digestLine(_ sender: String, _ count: Int) -> String {
        pick(
            "\(sender): \(count == 1 ? "1 bericht" : "\(number(count)) berichten")",
            "\(sender): \(count == 1 ? "1 message" : "\(number(count)) messages")")
    }
}

// A deadline is near.
extension Strings {
    public func reminderSubject(_ sender: String, _ day: String) -> String {
        pick("Reageer uiterlijk \(day): bericht van \(sender)", "Respond by \(day): message from \(sender)")
    }
    public func reminderNews(_ sender: String, _ day: String) -> String {
        pick(
            "U hebt een bericht van \(sender) nog niet gelezen. U moet er uiterlijk \(day) op reageren.",
            "You have not read a message from \(sender) yet. You must respond to it by \(day).")
    }
    public var reminderOnce: String {
        pick(
            "Over dit bericht krijgt u geen herinnering meer.",
            "You will not be reminded of this message again.")
    }
}

// An address is confirmed, or replaced.
extension Strings {
    public var codeSubject: String {
        pick("Code om uw e-mailadres te bevestigen", "Code to confirm your e-mail address")
    }
    public func codeNews(_ code: String) -> String {
        pick("Uw code is \(code).", "Your code is \(code).")
    }
    public func codeHow(_ site: String, minutes: Int) -> String {
        pick(
            "Vul de code in op de pagina Instellingen van \(site), waar u hem hebt gevraagd. De code werkt "
                + "\(number(minutes)) minuten. Geef hem aan niemand anders.",
            "Enter the code on the Settings page of \(site), where you asked for it. The code works for "
                + "\(number(minutes)) minutes. Do not give it to anybody else.")
    }
    public var codeNotYou: String {
        pick(
            "Hebt u geen code gevraagd? Dan vulde iemand uw adres in, misschien per ongeluk. U hoeft niets "
                + "te doen: zonder de code verandert er niets.",
            "You did not ask for a code? Then somebody entered your address, perhaps by mistake. There is "
                + "nothing you need to do: without the code nothing changes.")
    }
    public var addressChangedSubject: String {
        pick("Uw e-mailadres is gewijzigd", "Your e-mail address was changed")
    }
    public var addressChangedNews: String {
        pick(
            "Dit e-mailadres hoort niet meer bij uw berichtenbox. U krijgt hier geen bericht meer als er "
                + "post is.",
            "This e-mail address no longer belongs to your message box. You will not be told here any more "
                + "when there is mail.")
    }
    public func addressChangedNotYou(_ site: String) -> String {
        pick(
            "Hebt u dit niet zelf gedaan? Open dan uw browser, typ zelf \(site), log in en kijk bij "
                + "Instellingen. Klopt het adres daar niet, wijzig het dan meteen.",
            "You did not do this yourself? Then open your browser, type \(site) yourself, sign in and look "
                + "under Settings. If the address there is wrong, change it at once.")
    }
}
