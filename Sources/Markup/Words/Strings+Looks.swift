// Who looked at a person's data.
extension Strings {
    public var looks: String { pick("Wie bekeek uw gegevens?", "Who looked at your data?") }
    public var looksLead: String {
        pick(
            "Elke keer dat een organisatie hier iets over u opvraagt of doorgeeft, schrijven wij dat op. "
                + "U ziet welke organisatie het was en waarvoor, niet welke medewerker.",
            "Each time an organisation asks for or passes on something about you here, we write it down. "
                + "You see which organisation it was and what for, not which employee.")
    }
    public var toLooks: String {
        pick("Zie wie uw gegevens bekeek", "See who looked at your data")
    }
    public var looksChoice: String { pick("Wat u wilt zien", "What you want to see") }
    public var looksOthers: String { pick("Door organisaties", "By organisations") }
    public var looksOwn: String { pick("Door uzelf", "By yourself") }
    public var looksAll: String { pick("Alles", "All") }
    public var looksNone: String { pick("Er is nog niets te zien", "There is nothing to see yet") }
    public var looksNoneText: String {
        pick(
            "Zodra een organisatie iets over u opvraagt of doorgeeft, staat het hier.",
            "As soon as an organisation asks for or passes on something about you, it appears here.")
    }
    public var olderLooks: String { pick("Ouder", "Older") }
    public var newestLooks: String { pick("Terug naar het nieuwste", "Back to the newest") }
    public var looksDownload: String {
        pick("Download als bestand (CSV)", "Download as a file (CSV)")
    }
    public var looksDownloadText: String {
        pick(
            "Het bestand bevat de nieuwste 10.000 regels en opent in een spreadsheet.",
            "The file holds the newest 10,000 lines and opens in a spreadsheet.")
    }

    public var when: String { pick("Wanneer", "When") }
    public var who: String { pick("Wie", "Who") }
    public var what: String { pick("Wat er gebeurde", "What happened") }
    public var whichData: String { pick("Soort gegevens", "Kind of data") }
    public var yourself: String { pick("Uzelf", "Yourself") }
    public func unknownOrganisation(_ number: String) -> String {
        pick("Organisatie met nummer \(number)", "Organisation with number \(number)")
    }

    public var lookRefused: String { pick(" Dit is niet doorgegaan.", " It did not go through.") }
    public var lookFailed: String { pick(" Dit is mislukt.", " It failed.") }
}

// What was done.
extension Strings {
    public var didDeliver: String {
        pick("Stuurde u een bericht.", "Sent you a message.")
    }
    public var didFollowMessage: String {
        pick(
            "Keek wat er gebeurde met een bericht aan u.", "Looked at what became of a message to you.")
    }
    public var didNotify: String {
        pick("Stuurde u een melding over een nieuw bericht.", "Notified you of a new message.")
    }
    public var didValidate: String {
        pick("Vroeg of u digitale post wilt ontvangen.", "Asked whether you want digital post.")
    }
    public var didListSubscriptions: String {
        pick(
            "Vroeg een lijst op van wie digitale post wil ontvangen.",
            "Asked for a list of those who want digital post.")
    }
    public var didReceiveCase: String {
        pick("Gaf door hoe het met een zaak van u staat.", "Told how a case of yours stands.")
    }
    public var didReadBoxList: String {
        pick("U bekeek de lijst met berichten.", "You looked at the list of messages.")
    }
    public var didReadMessage: String { pick("U las een bericht.", "You read a message.") }
    public var didReadAttachment: String { pick("U opende een bijlage.", "You opened an attachment.") }
    public var didReadCases: String { pick("U bekeek uw zaken.", "You looked at your cases.") }
    public var didReadCase: String { pick("U bekeek een zaak.", "You looked at a case.") }
    public func didAsk(_ owner: String) -> String {
        pick(
            "U bekeek uw gegevens. Ze zijn opgevraagd bij \(owner).",
            "You looked at your data. It was asked of \(owner).")
    }
    public var didReadLog: String {
        pick("U bekeek wie uw gegevens heeft bekeken.", "You looked at who looked at your data.")
    }
    public var didArrangeBox: String { pick("U ordende uw berichten.", "You arranged your messages.") }
    public var didSearchBox: String { pick("U zocht in uw berichten.", "You searched your messages.") }
    public var didDownloadBox: String {
        pick("U downloadde uw berichten.", "You downloaded your messages.")
    }
    public var didEraseMessage: String {
        pick(
            "Wiste een bericht uit uw prullenbak, omdat de termijn voorbij was.",
            "Erased a message in your bin, because its term had passed.")
    }
    public var didReadSettings: String {
        pick("U bekeek uw instellingen.", "You looked at your settings.")
    }
    public var didChangeSettings: String {
        pick("U veranderde uw instellingen.", "You changed your settings.")
    }
    public var didSignIn: String { pick("U logde in.", "You signed in.") }
}

// What it was about.
extension Strings {
    public var aboutMessages: String { pick("Berichten", "Messages") }
    public var aboutAddress: String { pick("Adres voor meldingen", "Address for notifications") }
    public var aboutPreferences: String { pick("Voorkeuren voor post", "Preferences for post") }
    public var aboutCases: String { pick("Lopende zaken", "Running cases") }
    public var aboutPerson: String { pick("Persoonsgegevens (BRP)", "Personal details (BRP)") }
    public var aboutProperty: String { pick("WOZ-waarde", "Property value (WOZ)") }
    public var aboutBuilding: String { pick("Gebouw en adres (BAG)", "Building and address (BAG)") }
    public var aboutIncome: String { pick("Geregistreerd inkomen", "Registered income") }
    public var aboutAccount: String { pick("Uw account", "Your account") }
    public var aboutLog: String { pick("Wie uw gegevens bekeek", "Who looked at your data") }
}
