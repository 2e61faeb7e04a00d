// The installable app: what is kept without a connection, and this device's own page.
extension Strings {
    public var appDescription: String {
        pick(
            "Uw berichten van de overheid, op één plek.", "Your messages from the government, in one place.")
    }

    public var offlineTitle: String { pick("Geen verbinding", "No connection") }
    public var offlineText: String {
        pick(
            "Uw apparaat heeft nu geen internet, of Peil is even niet te bereiken.",
            "Your device has no internet at the moment, or Peil cannot be reached.")
    }
    public var offlineAction: String {
        pick(
            "Uw berichten staan veilig in uw berichtenbox. U leest ze zodra u weer verbinding hebt.",
            "Your messages are safe in your message box. You can read them when you are connected again.")
    }
    public var tryAgain: String { pick("Opnieuw proberen", "Try again") }

    public var offlineListTitle: String {
        pick("Uw berichten, zonder verbinding", "Your messages, without a connection")
    }
    public func offlineListAsOf(_ moment: String) -> String {
        pick(
            "U ziet de lijst zoals die was op \(moment). De berichten zelf leest u als u weer "
                + "verbinding hebt.",
            "You see the list as it was on \(moment). You can read the messages when you are connected again."
        )
    }
    public var offlineListCaption: String { pick("De nieuwste berichten", "The newest messages") }
    public var offlineListEmpty: String { pick("Er waren geen berichten", "There were no messages") }
    public func offlineListEnds(hours: Int) -> String {
        pick(
            "Deze lijst staat op dit apparaat. Hij verdwijnt als u uitlogt, en anders na \(hours) uur.",
            "This list is on this device. It disappears when you sign out, and otherwise after "
                + "\(hours) hours."
        )
    }
    public var subject: String { pick("Onderwerp", "Subject") }
    public var subjectHidden: String {
        pick("Onderwerp niet bewaard", "Subject not kept")
    }
    public var readState: String { pick("Gelezen", "Read") }
    public func isRead(_ isRead: Bool) -> String {
        isRead ? pick("gelezen", "read") : pick("nog niet gelezen", "not read yet")
    }
}

// `/instellingen/dit-apparaat`.
extension Strings {
    public var devicePage: String { pick("Peil op dit apparaat", "Peil on this device") }
    public var devicePageLead: String {
        pick(
            "Krijg een melding als er een bericht is, en zie uw lijst ook zonder internet.",
            "Get a notification when there is a message, and see your list without internet too.")
    }
    public var needsScripts: String {
        pick(
            "Hiervoor moet JavaScript aan staan in uw browser. Uw berichten lezen kan ook zonder.",
            "For this, JavaScript must be on in your browser. You can read your messages without it.")
    }

    public var pushTitle: String { pick("Meldingen", "Notifications") }
    public var pushText: String {
        pick(
            "In een melding staat hooguit van wie het bericht is, nooit wat erin staat. Meldingen komen ook "
                + "als u bent uitgelogd.",
            "A notification says at most who the message is from, never what it says. Notifications also "
                + "come when you are signed out.")
    }
    public var pushOn: String { pick("Meldingen aanzetten", "Turn on notifications") }
    public var deviceName: String { pick("Naam van dit apparaat", "Name of this device") }
    public var deviceNameHint: String {
        pick("Zo herkent u het in de lijst.", "This is how you recognise it in the list.")
    }
    /// "Chrome op Android"; what is not known is left out.
    public func deviceNamed(_ browser: String?, on system: String?) -> String {
        switch (browser, system) {
        case (let browser?, let system?): pick("\(browser) op \(system)", "\(browser) on \(system)")
        case (let name?, nil), (nil, let name?): name
        case (nil, nil): pick("Mijn apparaat", "My device")
        }
    }
    public var deviceNameError: String {
        pick("Vul een naam in van 1 tot 40 tekens.", "Fill in a name of 1 to 40 characters.")
    }
    public var pushImpossible: String {
        pick(
            "Deze browser kan geen meldingen tonen. Op een iPhone of iPad zet u Peil eerst op uw "
                + "beginscherm.",
            "This browser cannot show notifications. On an iPhone or iPad, put Peil on your home "
                + "screen first."
        )
    }
    public var pushDenied: String {
        pick(
            "Uw browser houdt meldingen van Peil tegen. Zet ze aan bij de instellingen van uw "
                + "browser, en laad "
                + "deze pagina opnieuw.",
            "Your browser blocks notifications from Peil. Turn them on in the settings of your browser, and "
                + "load this page again.")
    }
    public var pushFailed: String {
        pick(
            "De dienst voor meldingen van uw browser antwoordt niet. Probeer het later opnieuw.",
            "The notification service of your browser does not answer. Try again later.")
    }
    public func tooManyDevices(_ limit: Int) -> String {
        pick(
            "U hebt al \(number(limit)) apparaten. Zet er eerst een uit.",
            "You already have \(number(limit)) devices. Turn one off first.")
    }
    public var deviceRefused: String {
        pick(
            "Dit apparaat kan niet worden toegevoegd. Laad deze pagina opnieuw en probeer het nog een keer.",
            "This device cannot be added. Load this page again and try once more.")
    }
    public var devices: String { pick("Uw apparaten met meldingen", "Your devices with notifications") }
    public var noDevices: String { pick("Nog geen apparaten", "No devices yet") }
    public var noDevicesText: String {
        pick(
            "U krijgt nog op geen enkel apparaat een melding.",
            "You do not get notifications on any device yet.")
    }
    public var thisDevice: String { pick("dit apparaat", "this device") }
    public func toldSince(_ moment: String) -> String { pick("Aan sinds \(moment)", "On since \(moment)") }
    public func goneSince(_ moment: String) -> String {
        pick(
            "Meldingen komen hier niet meer aan sinds \(moment). Zet ze op dat apparaat opnieuw aan.",
            "Notifications have not arrived here since \(moment). Turn them on again on that device.")
    }
    func stopTelling(_ state: DeviceList.Item.State) -> String {
        switch state {
        case .told: pick("Uitzetten", "Turn off")
        case .gone: pick("Verwijderen", "Remove")
        }
    }

    public var listTitle: String { pick("Lijst zonder internet", "List without internet") }
    public var listText: String {
        pick(
            "Op dit apparaat kan een lijst blijven staan van uw nieuwste berichten: van wie, wanneer en "
                + "waarover. De tekst van berichten staat er nooit in. Doe dit alleen op uw eigen apparaat.",
            "A list of your newest messages can stay on this device: from whom, when and about "
                + "what. It never "
                + "holds the text of messages. Do this on a device of your own only.")
    }
    public var listOn: String { pick("Lijst bewaren", "Keep the list") }
    public var listOff: String { pick("Lijst niet meer bewaren", "Stop keeping the list") }
    public var listIsKept: String {
        pick(
            "De lijst wordt bewaard op dit apparaat, tot u uitlogt.",
            "The list is kept on this device, until you sign out.")
    }

    public var installTitle: String { pick("Als app", "As an app") }
    public var installText: String {
        pick(
            "U kunt Peil op uw beginscherm zetten. U hoeft niets te downloaden uit een winkel.",
            "You can put Peil on your home screen. There is nothing to download from a store.")
    }
    public var install: String { pick("Op beginscherm zetten", "Put on home screen") }
    public var installHint: String {
        pick("Meldingen en Peil als app op uw telefoon", "Notifications, and Peil as an app on your phone")
    }
    public var installBy: [String] {
        [
            pick(
                "iPhone of iPad: tik in Safari op Deel, en dan op “Zet op beginscherm”.",
                "iPhone or iPad: in Safari tap Share, then “Add to Home Screen”."),
            pick(
                "Android: open het menu van de browser en tik op “App installeren”.",
                "Android: open the menu of the browser and tap “Install app”."),
            pick(
                "Computer: klik in Chrome of Edge op het installeerteken in de adresbalk.",
                "Computer: in Chrome or Edge click the install sign in the address bar."),
        ]
    }
}

// The word on a phone or a screen that a message has come; it may be read by who looks over a shoulder.
extension Strings {
    public func pushNews(_ sender: String) -> String {
        pick("Nieuw bericht van \(sender)", "New message from \(sender)")
    }
    public var pushNewsOfNobody: String { pick("Nieuw bericht", "New message") }
    public var pushDigest: String { pick("U hebt nieuwe berichten", "You have new messages") }
    public func pushReminder(_ sender: String) -> String {
        pick("Reageer binnenkort: bericht van \(sender)", "Respond soon: message from \(sender)")
    }
    public var pushReminderOfNobody: String {
        pick("Reageer binnenkort op een bericht", "Respond to a message soon")
    }
    public var pushHow: String {
        pick("Open uw berichtenbox om het te lezen.", "Open your message box to read it.")
    }
}
