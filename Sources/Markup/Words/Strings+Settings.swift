// The settings: how people are told, and who may write to them.
extension Strings {
    public var settings: String { pick("Instellingen", "Settings") }
    public var settingsLead: String {
        pick(
            "Hier kiest u van wie u digitale berichten krijgt, en hoe u hoort dat er een bericht is.",
            "Here you choose who may send you digital messages, and how you hear that there is one.")
    }
    public var change: String { pick("Wijzigen", "Change") }
    public var save: String { pick("Opslaan", "Save") }
    public var backToSettings: String { pick("Terug naar Instellingen", "Back to Settings") }
    public var savedTitle: String { pick("Opgeslagen", "Saved") }
    public var languageName: String { pick("Taal", "Language") }
    /// The language in its own words.
    public var ownName: String { pick("Nederlands", "English") }

    public var changedElsewhereTitle: String {
        pick("Uw wijziging is niet opgeslagen", "Your change was not saved")
    }
    public var changedElsewhereText: String {
        pick(
            "Deze instelling is intussen gewijzigd, misschien door uzelf in een ander venster. Hieronder "
                + "staat hoe het nu is. Kies opnieuw en sla het op.",
            "This setting was changed in the meantime, perhaps by yourself in another window. Below you see "
                + "how it is now. Choose again and save.")
    }
}

// The address.
extension Strings {
    public var email: String { pick("E-mailadres", "E-mail address") }
    public var emailNone: String { pick("Geen e-mailadres", "No e-mail address") }
    public var emailHint: String {
        pick(
            "Hier krijgt u bericht als er post voor u is. Wij sturen eerst een code naar dit adres.",
            "This is where you are told that there is mail for you. We send a code to this address first.")
    }
    public var emailSend: String { pick("Code sturen", "Send code") }
    public var emailWrong: String {
        pick(
            "Dit is geen e-mailadres. Vul een adres in zoals naam@voorbeeld.nl.",
            "This is not an e-mail address. Enter one such as name@example.org.")
    }
    public func emailTooMany(_ minutes: Int) -> String {
        pick(
            "U hebt te vaak een code gevraagd. Over \(number(minutes)) minuten kan het weer.",
            "You asked for a code too often. You can ask again in \(number(minutes)) minutes.")
    }
    public var emailWaiting: String { pick("Bevestig uw e-mailadres", "Confirm your e-mail address") }
    public func emailWaitingText(_ address: String) -> String {
        pick(
            "Wij hebben een code gestuurd naar \(address). Vul de code hieronder in. Geen mail gekregen? "
                + "Kijk bij ongewenste mail, of vraag een nieuwe code.",
            "We sent a code to \(address). Enter the code below. No mail? Look in your spam folder, or ask "
                + "for a new code.")
    }
    public func emailStays(_ address: String) -> String {
        pick(
            "Tot die tijd krijgt u bericht op \(address).",
            "Until then you are told at \(address).")
    }
    public var code: String { pick("Code", "Code") }
    public var codeHint: String { pick("Zes cijfers", "Six digits") }
    public var codeConfirm: String { pick("Bevestigen", "Confirm") }
    public func codeWrong(_ left: Int) -> String {
        pick(
            "Deze code klopt niet. U kunt het nog \(number(left)) keer proberen.",
            "This code is wrong. You can try \(number(left)) more times.")
    }
    public var codeExpired: String {
        pick(
            "Deze code werkt niet meer. Vraag hieronder een nieuwe code.",
            "This code no longer works. Ask for a new one below.")
    }
    public var emailConfirmed: String {
        pick(
            "Uw e-mailadres is bevestigd. Hier krijgt u voortaan bericht.",
            "Your e-mail address is confirmed. From now on you are told there.")
    }
    public var emailRemove: String { pick("E-mailadres verwijderen", "Remove e-mail address") }
    public var emailRemoveText: String {
        pick(
            "U krijgt dan geen mail meer als er post is. Kijk dan zelf regelmatig in uw berichtenbox: "
                + "termijnen lopen door.",
            "You will no longer get mail when there is post. Look in your message box regularly then: "
                + "deadlines go on.")
    }
    public var emailRemoved: String {
        pick("Uw e-mailadres is verwijderd.", "Your e-mail address was removed.")
    }
    public var unreachableTitle: String {
        pick("Wij kunnen u niet mailen", "We cannot reach you by e-mail")
    }
    public func unreachableText(_ since: String) -> String {
        pick(
            "Mail naar uw e-mailadres komt sinds \(since) niet aan. U hoort nu niet dat er post is. Vul een "
                + "ander adres in, of bevestig dit adres opnieuw.",
            "Mail to your e-mail address has not arrived since \(since). You do not hear now that there is "
                + "post. Enter another address, or confirm this one again.")
    }
    public var unreachableDo: String { pick("E-mailadres herstellen", "Mend your e-mail address") }
    public var noEmailTitle: String {
        pick("U krijgt geen mail als er post is", "You get no mail when there is post")
    }
    public var noEmailText: String {
        pick(
            "Geef een e-mailadres op. Dan mist u geen bericht.",
            "Give an e-mail address. Then you will not miss a message.")
    }
    public var noEmailDo: String { pick("E-mailadres opgeven", "Give an e-mail address") }
    public var confirmed: String { pick("bevestigd", "confirmed") }
    public var unreachable: String { pick("onbereikbaar", "unreachable") }
}

// How somebody is told.
extension Strings {
    public var telling: String { pick("Bericht als er post is", "Being told of new mail") }
    public var tellingQuestion: String {
        pick("Wilt u een mail als er post is?", "Do you want a mail when there is post?")
    }
    public var tellingAtOnce: String { pick("Ja, meteen bij elk bericht", "Yes, at once for each message") }
    public var tellingDaily: String {
        pick("Ja, één keer per dag een overzicht", "Yes, once a day, all together")
    }
    public var tellingNever: String { pick("Nee", "No") }
    public var tellingNeverHint: String {
        pick(
            "Kijk dan zelf regelmatig in uw berichtenbox: termijnen lopen door.",
            "Look in your message box regularly then: deadlines go on.")
    }
    public var tellingHour: String { pick("Tijd van het overzicht", "Time of the daily mail") }
    public var tellingHourHint: String {
        pick("Alleen als u één keer per dag kiest.", "Only if you choose once a day.")
    }
    public var tellingDevices: String {
        pick("Wilt u ook een melding op uw apparaten?", "Do you want a notification on your devices too?")
    }
    public var tellingDevicesYes: String {
        pick("Ja, op de apparaten die ik heb toegevoegd", "Yes, on the devices that I have added")
    }
    public var tellingDevicesHint: String {
        pick(
            "Een apparaat voegt u toe via Instellingen, bij “Peil op dit apparaat”.",
            "You add a device in Settings, at “Peil on this device”.")
    }
    public func tellingDaily(at hour: Int) -> String {
        pick(
            "Eén keer per dag, om \(clock(hour: hour, minute: 0))",
            "Once a day, at \(clock(hour: hour, minute: 0))")
    }
    public var tellingAtOnceShort: String { pick("Meteen bij elk bericht", "At once for each message") }
    public var tellingSaved: String {
        pick(
            "Zo hoort u voortaan dat er post is.",
            "This is how you will be told of new mail from now on.")
    }
    public var tellingNeedsEmail: String {
        pick(
            "U hebt nog geen e-mailadres dat werkt. Tot die tijd krijgt u geen mail.",
            "You have no e-mail address that works yet. Until then you get no mail.")
    }
    public var tellingReminder: String {
        pick(
            "Moet u vóór een datum reageren en hebt u het bericht nog niet gelezen? Dan krijgt "
                + "u een herinnering.",
            "Must you respond by a date, and have you not read the message? Then you get a reminder.")
    }
}

// Who may write.
extension Strings {
    public var preferences: String { pick("Van wie u berichten krijgt", "Who may write to you") }
    public var preferencesLead: String {
        pick(
            "Kies per organisatie of u digitale berichten wilt. U kunt ook per soort bericht kiezen. Wilt u "
                + "geen digitale berichten, dan krijgt u een brief.",
            "Choose for each organisation whether you want digital messages. You can also choose for each "
                + "kind of message. If you do not want digital messages, you get a letter.")
    }
    public func preferencesCount(_ wanted: Int, of all: Int) -> String {
        pick(
            "\(number(wanted)) van \(number(all)) organisaties",
            "\(number(wanted)) of \(number(all)) organisations")
    }
    public var preferencesNone: String {
        pick("Er zijn nog geen organisaties die berichten sturen", "No organisation sends messages yet")
    }
    public var preferencesNoneText: String {
        pick("Komt er een bij, dan kunt u die hier kiezen.", "When one does, you can choose it here.")
    }
    public func preferenceQuestion(_ organisation: String) -> String {
        pick(
            "Wilt u digitale berichten van \(organisation)?",
            "Do you want digital messages from \(organisation)?")
    }
    public var yes: String { pick("Ja", "Yes") }
    public var no: String { pick("Nee", "No") }
    public var preferenceTypes: String { pick("Per soort bericht", "For each kind of message") }
    public var asOrganisation: String { pick("Zoals de organisatie", "As the organisation") }
    public var typeYes: String { pick("Wel digitaal", "Digital") }
    public var typeNo: String { pick("Niet digitaal", "Not digital") }
    public var wantsAll: String { pick("Digitaal", "Digital") }
    public var wantsNone: String { pick("Niet digitaal", "Not digital") }
    public var wantsSome: String { pick("Deels digitaal", "Partly digital") }
    public var neverChosen: String { pick("Nog niet gekozen", "Not chosen yet") }
    public func changedOn(_ moment: String) -> String {
        pick("Gewijzigd op \(moment)", "Changed on \(moment)")
    }
    public func preferenceSaved(_ organisation: String) -> String {
        pick(
            "Uw keuze voor \(organisation) is opgeslagen. De organisatie ziet alleen dát u wel of niet "
                + "digitaal bereikbaar bent.",
            "Your choice for \(organisation) is saved. The organisation sees only whether it can reach you "
                + "digitally.")
    }
    public var preferenceMissing: String { pick("Kies ja of nee.", "Choose yes or no.") }
}

// The story of all changes.
extension Strings {
    public var story: String { pick("Wat er is gewijzigd", "What was changed") }
    public var storyLead: String {
        pick(
            "Elke wijziging van uw instellingen, de nieuwste eerst. Herkent u er een niet? Neem dan contact "
                + "met ons op.",
            "Each change of your settings, newest first. If you do not recognise one, please contact us.")
    }
    public var storyEmpty: String { pick("Er is nog niets gewijzigd", "Nothing was changed yet") }
    public var storyEmptyText: String {
        pick("Wijzigt u iets, dan staat het hier.", "When you change something, it appears here.")
    }
    public var older: String { pick("Ouder", "Older") }
    public var newest: String { pick("Naar het begin", "To the newest") }
    public var storyWhen: String { pick("Wanneer", "When") }
    public var storyWhat: String { pick("Wat", "What") }
    public var storyNow: String { pick("Werd", "Became") }
    public var emailBecameConfirmed: String { pick("bevestigd", "confirmed") }
    public var emailBecameRemoved: String { pick("verwijderd", "removed") }
    public var emailBecameUnreachable: String { pick("onbereikbaar", "unreachable") }
    public var byEmail: String { pick("Bericht per mail", "Told by mail") }
    public var byPush: String { pick("Bericht op een apparaat", "Told on a device") }
    public var pace: String { pick("Hoe vaak", "How often") }
}
