// The self-check of preproduction: what a supplier can try before going live.
extension Strings {
    public var selfCheck: String { pick("Zelftest", "Self-check") }
    public func selfCheckCount(_ tried: Int, of all: Int) -> String {
        pick(
            "U hebt \(fraction(tried, of: all)) onderdelen geprobeerd.",
            "You have tried \(fraction(tried, of: all)) steps.")
    }
    public func selfCheckTried(_ tried: Int, of all: Int) -> String {
        pick("\(fraction(tried, of: all)) geprobeerd", "\(fraction(tried, of: all)) tried")
    }
    public var selfCheckLead: String {
        pick(
            "Elke aanroep van uw systeem telt vanzelf mee. U hoeft niets af te vinken. Een tijd is "
                + "het laatste moment waarop het voorkwam.",
            "Every call of your system counts by itself. There is nothing to tick off. A time is the last "
                + "moment at which it happened.")
    }
    public var selfCheckElsewhere: String {
        pick("Hier valt niets te proberen", "There is nothing to try here")
    }
    public var selfCheckElsewhereText: String {
        pick(
            "De zelftest hoort bij preproductie: dezelfde dienst met testburgers. Vraag de beheerder van "
                + "deze site om het adres, en meld uw systeem daar aan.",
            "The self-check belongs to preproduction: the same service with test citizens. Ask the "
                + "administrator of this site for its address, and register your system there.")
    }
    public var selfCheckStep: String { pick("Onderdeel", "Step") }
    public var selfCheckHow: String { pick("Zo probeert u het", "How to try it") }
    public var selfCheckAnswer: String { pick("Wat u terugkrijgt", "What you get back") }
    public var selfCheckLast: String { pick("Voor het laatst", "Last time") }
    public func selfCheckProblem(_ number: Int) -> String { pick("Probleem \(number)", "Problem \(number)") }
    public var selfCheckOrdinary: String { pick("Het gewone antwoord", "The usual answer") }
    public var notTried: String { pick("Nog niet", "Not yet") }

    public var testCitizens: String { pick("Testburgers", "Test citizens") }
    public var testCitizensText: String {
        pick(
            "Zij bestaan niet, en doen altijd hetzelfde. Stuur hun berichten, en vraag bij de validatie "
                + "naar hen.",
            "They do not exist, and always do the same. Send them messages, and ask the validation about "
                + "them."
        )
    }
    public var testCitizensTried: String {
        pick("Wat u hun stuurde, en over hen vroeg", "What you sent them, and asked about them")
    }
    public var testCitizen: String { pick("Testburger", "Test citizen") }
    public var testNumber: String { pick("Nummer", "Number") }
    public var testBehaviour: String { pick("Gedrag", "Behaviour") }
    public var testSent: String { pick("Bericht gestuurd", "Message sent") }
    public var testAsked: String { pick("Validatie gevraagd", "Validation asked") }

    /// - Parameter name: as the file of test citizens has it.
    public func testBehaviour(_ name: String) -> String {
        switch name {
        case "receives": pick("Krijgt uw berichten.", "Gets your messages.")
        case "without-box": pick("Heeft geen berichtenbox.", "Has no message box.")
        case "not-subscribed": pick("Wil van niemand digitale post.", "Wants digital mail of nobody.")
        case "suspended": pick("Heeft de berichtenbox stopgezet.", "Has put the message box on hold.")
        case "unknown-type": pick("Elk berichttype is onbekend.", "Every message type is unknown.")
        case "slow-answer": pick("Het antwoord komt laat.", "The answer comes late.")
        case "no-answer": pick("Het antwoord komt niet op tijd.", "The answer does not come in time.")
        case "fault": pick("Het systeem erachter heeft een storing.", "The system behind it fails.")
        default: name
        }
    }

    /// - Parameter key: as the interface has it.
    public func selfCheckGroup(_ key: String) -> String {
        switch key {
        case "aanleveren": pick("Aanleveren", "Delivering")
        case "verwerkingscodes": pick("Verwerkingscodes", "Processing codes")
        case "verwerkingsberichten": processingReports
        case "validatie": pick("Validatie", "Validation")
        case "abonnementen": pick("Abonnementen", "Subscriptions")
        case "weigeringen": pick("Weigeringen", "Refusals")
        default: key
        }
    }
}
