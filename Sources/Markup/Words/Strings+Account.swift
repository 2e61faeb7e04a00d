/// What can be told of an account's past.
public enum AccountEvent: Sendable, CaseIterable {
    case acceptedTerms, declinedTerms, opened, suspended, resumed, closed, reopened
    case allowedApp, stoppedApp, signedIn, signedOut
}

/// What an app may see or do.
public enum AppAccess: Sendable, CaseIterable {
    case messages, preferences, cases, personalRecords
}

// The terms of use.
extension Strings {
    public var termsTitle: String { pick("Gebruiksvoorwaarden", "Terms of use") }
    public var termsFirst: String {
        pick(
            "Welkom. Voordat u een berichtenbox krijgt, vragen wij u deze voorwaarden te lezen.",
            "Welcome. Before you get a message box, we ask you to read these terms.")
    }
    public var termsChanged: String {
        pick(
            "De voorwaarden zijn veranderd. Lees ze, en zeg daarna of u ze accepteert.",
            "The terms have changed. Read them, and then say whether you accept them.")
    }
    public func termsVersion(_ version: String, _ day: String) -> String {
        pick("Versie \(version), geldig vanaf \(day).", "Version \(version), in force from \(day).")
    }
    public func termsNamed(_ version: String) -> String {
        pick("Versie \(version) lezen", "Read version \(version)")
    }
    public var termsQuestion: String { pick("Accepteert u deze voorwaarden?", "Do you accept these terms?") }
    public var termsDeclining: String {
        pick(
            "Accepteert u ze niet? Dan loggen wij u uit, en kunt u uw berichten hier niet lezen.",
            "Do you not accept them? Then we sign you out, and you cannot read your messages here.")
    }
    public var termsAccept: String { pick("Ik accepteer de voorwaarden", "I accept the terms") }
    public var termsDecline: String { pick("Niet accepteren en uitloggen", "Decline and sign out") }
}

// The account.
extension Strings {
    public var accountTitle: String { pick("Uw account", "Your account") }
    public var toSettings: String { pick("Terug naar instellingen", "Back to settings") }
    public var accountState: String { pick("Uw account is", "Your account is") }
    public var accountSince: String { pick("Sinds", "Since") }
    public var accountAcceptedAt: String { pick("Door u geaccepteerd op", "Accepted by you on") }
    public var accountActive: String { pick("Actief", "Active") }
    public var accountSuspended: String { pick("Tijdelijk gestopt", "Paused") }
    public var accountClosed: String { pick("Opgezegd", "Closed") }
    public var accountNone: String { pick("Er is geen account", "There is no account") }
    public var accountSuspendedText: String {
        pick(
            "U krijgt geen nieuwe berichten. Organisaties schrijven u op papier. Wat u al had, kunt u lezen.",
            "You get no new messages. Organisations write to you on paper. What you had, you can read.")
    }
    public func accountClosedText(until day: String) -> String {
        pick(
            "U krijgt geen nieuwe berichten. Op \(day) wissen wij alles. Tot dan kunt u dit ongedaan maken.",
            "You get no new messages. On \(day) we erase everything. Until then you can undo this.")
    }
    public var accountPause: String { pick("Tijdelijk stoppen", "Pause") }
    public var accountPauseText: String {
        pick(
            "U krijgt dan geen nieuwe berichten, maar houdt uw account en alles wat erin staat. Organisaties "
                + "schrijven u op papier. U kunt op elk moment weer verder gaan. Wat er in de tussentijd "
                + "gestuurd wordt, komt later niet alsnog in uw box.",
            "You then get no new messages, but keep your account and all that is in it. Organisations "
                + "write to you on paper. You can go on at any moment. What is sent meanwhile does not "
                + "come later.")
    }
    public var accountPauseAct: String { pick("Account tijdelijk stoppen", "Pause account") }
    public var accountResumeAct: String { pick("Account weer gebruiken", "Use account again") }
    public var accountReopenAct: String { pick("Opzegging ongedaan maken", "Undo closing") }
    public var accountClose: String { pick("Account opzeggen", "Close account") }
    public var accountCloseText: String {
        pick(
            "U krijgt dan geen berichten meer, en wij wissen wat er staat.",
            "You then get no more messages, and we erase what is there.")
    }
    public var accountCloseLink: String {
        pick("Lees wat er gebeurt als u opzegt", "Read what happens when you close it")
    }
    public var closingTitle: String {
        pick("Wilt u uw account opzeggen?", "Do you want to close your account?")
    }
    public var closingLead: String {
        pick("Dit gebeurt er als u opzegt:", "This is what happens when you close it:")
    }
    public func closingPoints(days: Int) -> [String] {
        [
            pick(
                "U krijgt meteen geen nieuwe berichten meer. Organisaties schrijven u op papier.",
                "From now on you get no new messages. Organisations write to you on paper."),
            pick("Apps kunnen niet meer bij uw gegevens.", "Apps can no longer get at your data."),
            pick(
                "Nog \(number(days)) dagen kunt u inloggen, uw berichten lezen en bewaren, en de opzegging "
                    + "ongedaan maken.",
                "For another \(number(days)) days you can sign in, save your messages, and undo it."),
            pick(
                "Daarna wissen wij uw berichten, bijlagen en instellingen. Dat kan niemand terugdraaien.",
                "After that we erase your messages, attachments and settings. Nobody can undo that."),
        ]
    }
    public var closingAct: String { pick("Ja, account opzeggen", "Yes, close account") }
    public var closingKeep: String { pick("Nee, account houden", "No, keep account") }
    public var accountHistory: String { pick("Wat er gebeurde", "What happened") }

    public func accountEvent(_ event: AccountEvent, detail: String) -> String {
        switch event {
        case .acceptedTerms:
            pick("Voorwaarden geaccepteerd, versie \(detail)", "Terms accepted, version \(detail)")
        case .declinedTerms: pick("Voorwaarden niet geaccepteerd", "Terms declined")
        case .opened: pick("Account gemaakt", "Account made")
        case .suspended: pick("Account tijdelijk gestopt", "Account paused")
        case .resumed: pick("Account weer in gebruik", "Account in use again")
        case .closed: pick("Account opgezegd", "Account closed")
        case .reopened: pick("Opzegging ongedaan gemaakt", "Closing undone")
        case .allowedApp: pick("Toegang gegeven aan een app", "Access given to an app")
        case .stoppedApp: pick("Toegang van een app ingetrokken", "Access of an app withdrawn")
        case .signedIn: pick("Ingelogd", "Signed in")
        case .signedOut: pick("Uitgelogd", "Signed out")
        }
    }
}

// Apps, and the page that asks whether one may.
extension Strings {
    public var accountApps: String { pick("Apps met toegang", "Apps with access") }
    public var accountNoApps: String {
        pick("Geen enkele app kan nu bij uw gegevens.", "No app can get at your data now.")
    }
    public var accountApp: String { pick("App", "App") }
    public var accountAppMay: String { pick("Mag", "May") }
    public var accountAppSince: String { pick("Toegang sinds", "Access since") }
    public var accountAppUntil: String { pick("Tot en met", "Until") }
    public func accountAppStop(_ name: String) -> String {
        pick("Toegang van \(name) intrekken", "Withdraw access of \(name)")
    }
    public func appAccess(_ access: AppAccess) -> String {
        switch access {
        case .messages: pick("uw berichten lezen en ordenen", "read and sort your messages")
        case .preferences: pick("uw voorkeuren bekijken en veranderen", "see and change your preferences")
        case .cases: pick("uw lopende zaken bekijken", "see your running cases")
        case .personalRecords: pick("uw gegevens bij de overheid bekijken", "see your government records")
        }
    }
    public func consentTitle(_ app: String) -> String {
        pick("Geeft u \(app) toegang?", "Do you give \(app) access?")
    }
    public var consentLead: String { pick("De app wil graag:", "The app would like to:") }
    public func consentTerm(days: Int) -> String {
        pick(
            "De toegang geldt \(number(days)) dagen. U kunt die eerder intrekken, bij Uw account.",
            "Access lasts \(number(days)) days. You can withdraw it earlier, under Your account.")
    }
    public var consentCare: String {
        pick(
            "Hebt u deze app niet zelf geopend? Kies dan Nee.",
            "Did you not open this app yourself? Then choose No.")
    }
    public var consentYes: String { pick("Ja, toegang geven", "Yes, give access") }
    public var consentNo: String { pick("Nee, terug naar de app", "No, back to the app") }
    public var consentProblemTitle: String { pick("Deze app kan niet verder", "This app cannot go on") }
    public var consentProblemText: String {
        pick(
            "De app is hier niet bekend, of vraagt iets wat niet klopt. Er is geen toegang gegeven.",
            "The app is not known here, or asks something that is not right. No access was given.")
    }
    public var consentProblemAction: String {
        pick(
            "Sluit deze pagina. Werk de app bij, of meld het aan de maker van de app.",
            "Close this page. Update the app, or tell its maker.")
    }
}
