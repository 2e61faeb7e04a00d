/// Why somebody could not be signed in.
public enum SignInProblem: Sendable, CaseIterable {
    /// The provider does not answer.
    case unavailable
    /// The person stopped half-way.
    case stopped
    /// Too long ago, another browser, or a page that was loaded again.
    case notBegun
    /// The answer of the provider cannot be trusted.
    case untrusted
    case levelTooLow
    /// There is no citizen service number in the answer.
    case noNumber
    case tooYoung
    case unknownRole
    /// It is not said for which organisation somebody works.
    case noOrganisation
    /// The organisation that somebody works for is not known here.
    case unknownOrganisation
    case levelTooLowForWork
    /// No provider is set up.
    case notSetUp
}

// Signing in by an identity provider, and out.
extension Strings {
    public func signInBy(_ provider: String) -> String {
        pick(
            "U logt in met \(provider). Daarna komt u vanzelf hier terug.",
            "You sign in with \(provider). After that you come back here by yourself.")
    }
    public func signInWith(_ provider: String) -> String {
        pick("Inloggen met \(provider)", "Sign in with \(provider)")
    }
    public var signInAsCitizen: String { pick("Voor uzelf", "For yourself") }
    public var signInAsCitizenText: String {
        pick(
            "Lees uw berichten, volg uw zaken en regel uw instellingen.",
            "Read your messages, follow your cases and arrange your settings.")
    }
    public var signInForWork: String { pick("Voor uw organisatie", "For your organisation") }
    public var signInForWorkText: String {
        pick(
            "Werkt u bij een organisatie die berichten stuurt? Zie wat er met uw berichten gebeurde.",
            "Do you work for an organisation that sends messages? See what became of your messages.")
    }
    public var signInThenBack: String {
        pick(
            "Voor de pagina die u opende, moet u ingelogd zijn. Na het inloggen gaat u daar verder.",
            "You must be signed in for the page you opened. After signing in you go on there.")
    }
    public var signInNeverByMail: String {
        pick(
            "Wij vragen u nooit via een link in een e-mail om in te loggen.",
            "We never ask you to sign in by a link in an e-mail.")
    }
    public var signInAgain: String { pick("Opnieuw inloggen", "Sign in again") }

    public var sessionEndedTitle: String { pick("U bent niet meer ingelogd", "You are no longer signed in") }
    public var sessionEndedText: String {
        pick(
            "Uw sessie was voorbij toen u het formulier verstuurde. Er is niets opgeslagen of veranderd.",
            "Your session was over when you sent the form. Nothing was saved or changed.")
    }
    public var sessionEndedSteps: [String] {
        [
            pick(
                "Had u tekst ingevuld? Ga eerst terug in uw browser en kopieer die.",
                "Had you filled in text? Go back in your browser first and copy it."),
            pick(
                "Log opnieuw in. Daarna komt u terug op de pagina met het formulier.",
                "Sign in again. After that you are back at the page with the form."),
            pick("Vul het formulier opnieuw in en verstuur het.", "Fill in the form again and send it."),
        ]
    }

    public var signedOutTitle: String { pick("U bent uitgelogd", "You are signed out") }
    public var signedOutText: String {
        pick(
            "Niemand kan nu in deze browser bij uw berichten.",
            "Nobody can get at your messages in this browser now.")
    }
    public var signedOutAction: String {
        pick(
            "Deelt u deze computer met anderen? Sluit dan ook de browser.",
            "Do you share this computer with others? Then close the browser as well.")
    }
    public var termsDeclinedText: String {
        pick(
            "U hebt de gebruiksvoorwaarden niet geaccepteerd. Daarom hebben wij u uitgelogd.",
            "You did not accept the terms of use. So we have signed you out.")
    }
    public var termsDeclinedAction: String {
        pick(
            "Organisaties blijven u schrijven zoals nu. U kunt later alsnog inloggen en accepteren.",
            "Organisations go on writing to you as now. You can still sign in and accept later.")
    }

    public func signInProblemTitle(_ problem: SignInProblem) -> String {
        switch problem {
        case .unavailable, .notSetUp:
            pick("Inloggen kan nu niet", "You cannot sign in right now")
        case .stopped: pick("U bent niet ingelogd", "You are not signed in")
        case .notBegun: pick("Begin opnieuw met inloggen", "Start signing in again")
        case .untrusted: pick("Het inloggen is niet gelukt", "Signing in did not work")
        case .levelTooLow, .levelTooLowForWork:
            pick("Log in op een veiliger manier", "Sign in in a safer way")
        case .noNumber: pick("Wij kunnen u niet herkennen", "We cannot recognise you")
        case .tooYoung: pick("U bent nog te jong voor een account", "You are too young for an account")
        case .unknownRole: pick("U hebt hier geen rol", "You have no role here")
        case .noOrganisation:
            pick("Wij weten niet waar u werkt", "We do not know where you work")
        case .unknownOrganisation:
            pick("Uw organisatie is hier niet aangesloten", "Your organisation is not connected here")
        }
    }

    public func signInProblemText(_ problem: SignInProblem) -> String {
        switch problem {
        case .unavailable:
            pick(
                "De dienst waarmee u inlogt, geeft geen antwoord. Uw berichten zijn veilig.",
                "The service you sign in with does not answer. Your messages are safe.")
        case .notSetUp:
            pick(
                "Er is nog geen dienst ingesteld om mee in te loggen.",
                "No service to sign in with has been set up yet.")
        case .stopped:
            pick(
                "U bent gestopt met inloggen, of het is niet gelukt.", "You stopped signing in, or it failed."
            )
        case .notBegun:
            pick(
                "Het inloggen duurde te lang, of u laadde de pagina opnieuw. Het antwoord past niet meer.",
                "Signing in took too long, or you reloaded the page. So the answer no longer fits.")
        case .untrusted:
            pick(
                "Wij kregen een antwoord dat wij niet vertrouwen. Voor uw veiligheid zijn wij gestopt.",
                "We got an answer that we do not trust. For your safety we stopped.")
        case .levelTooLow:
            pick(
                "Voor uw berichtenbox is een hoger niveau van zekerheid nodig dan u nu gebruikte.",
                "Your message box needs a higher level of assurance than you used now.")
        case .noNumber:
            pick(
                "In het antwoord staat geen geldig burgerservicenummer.",
                "The answer holds no valid citizen service number.")
        case .tooYoung:
            pick(
                "Volgens de gebruiksvoorwaarden is een account er pas vanaf een bepaalde leeftijd.",
                "By the terms of use an account is for people from a certain age.")
        case .unknownRole:
            pick(
                "U logde in als medewerker, maar zonder een rol die hier toegang geeft.",
                "You signed in as staff, but without a role that gives access here.")
        case .noOrganisation:
            pick(
                "In het antwoord staat niet, of niet duidelijk, voor welke organisatie u inlogt.",
                "The answer does not say, or not clearly, for which organisation you sign in.")
        case .unknownOrganisation:
            pick(
                "U logde in voor een organisatie die hier geen berichten stuurt.",
                "You signed in for an organisation that sends no messages here.")
        case .levelTooLowForWork:
            pick(
                "Voor deze pagina’s is een hoger niveau van zekerheid nodig dan u nu gebruikte.",
                "These pages need a higher level of assurance than you used now.")
        }
    }

    public func signInProblemAction(_ problem: SignInProblem) -> String {
        switch problem {
        case .unavailable:
            pick("Probeer het over een paar minuten nog eens.", "Try again in a few minutes.")
        case .notSetUp:
            pick(
                "De beheerder van deze site moet dat doen.", "The administrator of this site has to do that.")
        case .stopped, .notBegun, .untrusted:
            pick("U kunt het meteen opnieuw proberen.", "You can try again at once.")
        case .levelTooLow:
            pick(
                "Log opnieuw in en kies de app met ID-check, of uw identiteitskaart.",
                "Sign in again and choose the app with ID check, or your identity card.")
        case .noNumber:
            pick(
                "Log opnieuw in. Lukt het weer niet? Neem dan contact op met de helpdesk.",
                "Sign in again. Does it fail once more? Then contact the help desk.")
        case .tooYoung:
            pick(
                "Tot dan krijgt u uw post op papier.", "Until then you get your mail on paper.")
        case .unknownRole:
            pick(
                "Vraag de beheerder van uw organisatie om een rol.",
                "Ask your organisation's administrator for a role.")
        case .noOrganisation:
            pick(
                "Vraag de beheerder van uw organisatie om het nummer (OIN) mee te laten sturen.",
                "Ask your organisation's administrator to have its number (OIN) sent along.")
        case .unknownOrganisation:
            pick(
                "Uw organisatie kan zich aansluiten bij de beheerder van deze site.",
                "Your organisation can ask the administrator of this site to be connected.")
        case .levelTooLowForWork:
            pick(
                "Log opnieuw in met een sterker middel, zoals eHerkenning niveau 3.",
                "Sign in again with a stronger means, such as eHerkenning level 3.")
        }
    }
}
