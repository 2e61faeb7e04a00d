// The words around every page, and of the start page, signing in and the errors.
extension Strings {
    public var demoLabel: String { pick("Voorbeeldomgeving", "Demo environment") }

    public func demoText(asOf moment: String?) -> String {
        let what = pick(
            "Alle personen, organisaties en berichten zijn verzonnen.",
            "All people, organisations and messages are made up.")
        guard let moment else { return what }
        return what + pick(" De klok staat op \(moment).", " The clock stands at \(moment).")
    }

    public var accessibility: String { pick("Toegankelijkheid", "Accessibility") }
    public var security: String { pick("Kwetsbaarheid melden", "Report a vulnerability") }
    public var serviceLevels: String { pick("Dienstniveaus", "Service levels") }
    public var start: String { pick("Start", "Home") }
    public var footerText: String {
        pick(
            "Peil bezorgt berichten van de overheid en meet of de afspraken daarover worden nagekomen.",
            "Peil delivers messages from the government and measures whether the agreements about that are "
                + "kept."
        )
    }

    /// The title in the tab of the browser.
    public func windowTitle(_ title: String) -> String {
        "\(title) · \(product)"
    }
}

// The start page.
extension Strings {
    public var startTitle: String { pick("Uw post van de overheid", "Your mail from the government") }
    public var startLead: String {
        pick(
            "In uw berichtenbox leest u digitale berichten van de overheid, op één plek.",
            "In your message box you read digital messages from the government, in one place.")
    }
    public var startWhat: String { pick("Wat u hier kunt doen", "What you can do here") }
    public var startDoes: [String] {
        [
            pick("Berichten en bijlagen lezen.", "Read messages and attachments."),
            pick("Zien vóór welke datum u moet reageren.", "See by which date you must respond."),
            pick(
                "Een e-mail krijgen als er een nieuw bericht is.",
                "Get an e-mail when there is a new message."),
        ]
    }
    public var startForStaff: String {
        pick("Werkt u voor een organisatie?", "Do you work for an organisation?")
    }
    public var startForStaffText: String {
        pick(
            "Bekijk per maand of de afspraken over de dienst zijn nagekomen.",
            "See for each month whether the agreements about the service were kept.")
    }

    public func welcome(_ name: String) -> String { pick("Welkom, \(name)", "Welcome, \(name)") }

    public func newMessages(_ count: Int) -> String {
        switch count {
        case 0: pick("U hebt geen nieuwe berichten.", "You have no new messages.")
        case 1: pick("U hebt 1 nieuw bericht.", "You have 1 new message.")
        default:
            pick("U hebt \(number(count)) nieuwe berichten.", "You have \(number(count)) new messages.")
        }
    }

    public var toBox: String { pick("Naar de berichtenbox", "Go to the message box") }
    public var deadlinesNear: String { pick("Hier moet u binnenkort op reageren", "Respond to these soon") }
    public var latestMessages: String { pick("Nieuwe berichten", "New messages") }
}

// Signing in, which exists in the demo environment only.
extension Strings {
    public var signInTitle: String { pick("Inloggen als voorbeeldpersoon", "Sign in as a sample person") }
    public var signInLead: String {
        pick(
            "Dit is een voorbeeldomgeving. U logt hier in zonder wachtwoord, als een verzonnen persoon.",
            "This is a demo environment. You sign in without a password, as a made-up person.")
    }
    public var signInOnlyDemo: String {
        pick(
            "Deze pagina bestaat alleen in de voorbeeldomgeving. In het echt logt u in met DigiD of met het "
                + "account van uw organisatie.",
            "This page exists in the demo environment only. In real life you sign in with DigiD or with "
                + "your organisation's account."
        )
    }
    public var signInCitizens: String { pick("Inwoners", "Citizens") }
    public var signInStaff: String { pick("Medewerkers", "Staff") }
    public var signInChoose: String {
        pick("Kies een persoon om mee in te loggen.", "Choose a person to sign in as.")
    }
    public var signInNobody: String {
        pick("Er zijn nog geen voorbeeldpersonen", "There are no sample people yet")
    }
    public var signInNobodyText: String {
        pick(
            "Maak ze met de opdracht “peil demo” en laad deze pagina opnieuw.",
            "Make them with the command “peil demo” and load this page again.")
    }
}
