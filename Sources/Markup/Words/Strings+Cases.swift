// Running cases.
extension Strings {
    public var cases: String { pick("Lopende zaken", "Running cases") }
    public var casesLead: String {
        pick(
            "Hier ziet u hoe het staat met wat u hebt aangevraagd of wat een organisatie voor u doet.",
            "Here you see how things stand with what you applied for, or what an organisation does for you.")
    }
    public var casesOpen: String { pick("Deze zaken lopen nog", "Still running") }
    public var casesClosed: String { pick("Afgesloten zaken", "Closed cases") }
    public var casesNone: String { pick("U hebt geen lopende zaken", "You have no running cases") }
    public var casesNoneText: String {
        pick(
            "Vraagt u iets aan bij een organisatie die is aangesloten, dan staat het hier. Mist u een zaak? "
                + "Vraag het dan aan de organisatie zelf.",
            "When you apply for something with an organisation that takes part, it appears here. Is a case "
                + "missing? Please ask the organisation itself.")
    }
    public var moreClosedCases: String { pick("Eerder afgesloten zaken", "Cases closed earlier") }
    public var firstClosedCases: String { pick("Terug naar het begin", "Back to the first") }
    public var backToCases: String { pick("Terug naar uw zaken", "Back to your cases") }
    public var caseChanged: String { pick("Laatst gewijzigd:", "Last changed:") }

    public func stepForYou(_ step: String) -> String {
        pick("Actie voor u: \(step)", "For you to do: \(step)")
    }

    public func steps(_ count: Int) -> String {
        switch count {
        case 0: pick("U hoeft nu niets te doen.", "There is nothing you need to do now.")
        case 1: pick("Bij 1 zaak moet u iets doen.", "1 case needs something from you.")
        default:
            pick(
                "Bij \(number(count)) zaken moet u iets doen.",
                "\(number(count)) cases need something from you.")
        }
    }

    public var caseOpen: String { pick("loopt", "running") }
    public var caseSuspended: String { pick("opgeschort", "suspended") }
    public var caseClosed: String { pick("afgesloten", "closed") }
}

// One case.
extension Strings {
    public var organisation: String { pick("Organisatie", "Organisation") }
    public var caseType: String { pick("Soort zaak", "Kind of case") }
    public var caseState: String { pick("Stand van zaken", "State") }
    public var caseStart: String { pick("Begonnen op", "Started on") }
    public var caseExpectedEnd: String { pick("Verwacht klaar op", "Expected to end on") }
    public var caseResult: String { pick("Uitkomst", "Outcome") }
    public var caseStory: String { pick("Wat er is gebeurd", "What has happened") }

    public var stepTitle: String { pick("U moet nog iets doen", "There is something for you to do") }
    public func stepWhere(_ organisation: String) -> String {
        pick(
            "Dit regelt u bij \(organisation), niet op deze site.",
            "You arrange this with \(organisation), not on this site.")
    }
    public func stepUntil(_ day: String) -> String {
        pick("Doe dit uiterlijk op \(day).", "Do this by \(day) at the latest.")
    }

    public var caseSuspendedText: String {
        pick(
            "De zaak staat stil, bijvoorbeeld omdat de organisatie op informatie wacht. De termijn loopt "
                + "zolang niet door.",
            "The case is on hold, for instance because the organisation waits for information. Its term "
                + "does not run meanwhile.")
    }

    public func caseQuestions(_ organisation: String) -> String {
        pick(
            "Hebt u een vraag over deze zaak, of klopt er iets niet? Neem contact op met \(organisation).",
            "Do you have a question about this case, or is something wrong? Contact \(organisation).")
    }

    public var momentOpened: String { pick("De zaak is begonnen", "The case was started") }
    public var momentRegistered: String {
        pick("De zaak is geregistreerd", "The case was registered")
    }
    public var momentChanged: String { pick("Er is iets gewijzigd", "Something was changed") }
    public var momentSuspended: String { pick("De zaak is opgeschort", "The case was suspended") }
    public var momentUpdated: String { pick("De gegevens zijn bijgewerkt", "The details were updated") }
    public var momentExtended: String { pick("De termijn is verlengd", "The term was extended") }
    public var momentClosed: String { pick("De zaak is afgesloten", "The case was closed") }
}
