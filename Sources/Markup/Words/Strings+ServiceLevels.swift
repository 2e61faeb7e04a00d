// The month report of an agreement.
extension Strings {
    public func serviceLevelsTitle(_ agreement: String) -> String {
        pick("Dienstniveaus \(agreement)", "Service levels of \(agreement)")
    }

    public func verdictCounts(_ counts: [(verdict: PeilLine.Verdict, count: Int)]) -> String {
        let total = counts.reduce(0) { $0 + $1.count }
        let parts = counts.filter { $0.count > 0 }.map { "\(number($0.count)) \(verdict($0.verdict))" }
        let whole = pick(
            total == 1 ? "1 norm" : "\(number(total)) normen",
            total == 1 ? "1 norm" : "\(number(total)) norms")
        return whole + ": " + parts.joined(separator: ", ") + "."
    }

    public var clauses: String { pick("Afspraken", "Clauses") }
    public var agreement: String { pick("Overeenkomst", "Agreement") }
    public func versionLabel(_ version: String) -> String { pick("versie \(version)", "version \(version)") }
    public var validFrom: String { pick("Geldig vanaf", "Valid from") }
    public var fingerprint: String { pick("Vingerafdruk (SHA-256)", "Fingerprint (SHA-256)") }
    public var state: String { pick("Stand", "State") }

    public func frozen(at moment: String) -> String {
        pick("Vastgesteld op \(moment)", "Frozen on \(moment)")
    }

    public func provisional(asOf moment: String) -> String {
        pick(
            "Voorlopig, stand van \(moment). De cijfers kunnen nog veranderen.",
            "Provisional, as of \(moment). The figures may still change.")
    }

    public func observations(_ count: Int) -> String {
        pick(
            count == 1 ? "1 waarneming" : "\(number(count)) waarnemingen",
            count == 1 ? "1 observation" : "\(number(count)) observations")
    }

    public var explanation: String { pick("Zo is dit berekend", "How this was computed") }

    public var untestedMeaning: String {
        pick(
            "De belasting kwam deze maand niet tot de norm, en niets werd geweigerd of kwam te laat. "
                + "Of de norm gehaald zou zijn, is dus niet gebleken.",
            "The load did not come up to the norm this month, and nothing was refused or late. "
                + "So whether the norm would have been met has not been shown.")
    }

    public var unmeasuredMeaning: String {
        pick(
            "Over deze maand zijn geen waarnemingen. Dat is geen oordeel over de dienst.",
            "There are no observations for this month. That is no verdict on the service.")
    }

    public var unmeasuredClauses: String { pick("Niet gemeten in deze maand", "Not measured this month") }

    public var shownMeaning: String {
        pick(
            "Hier is geen norm voor afgesproken, of alleen een streefwaarde. Het cijfer is ter informatie.",
            "No norm was agreed for this, or only a target. The figure is for information.")
    }

    public var noClauses: String {
        pick("Deze maand is niets te beoordelen", "There is nothing to judge this month")
    }
    public var noClausesText: String {
        pick(
            "De overeenkomst gold nog niet, of bevat geen normen die per maand worden beoordeeld. Kies een "
                + "andere maand.",
            "The agreement was not in force yet, or holds no norms that are judged by month. Choose another "
                + "month."
        )
    }
}

// For people of an organisation that is party to no agreement.
extension Strings {
    public var noAgreements: String {
        pick("Er zijn geen afspraken met uw organisatie", "There are no agreements with your organisation")
    }
    public var noAgreementsText: String {
        pick(
            "Uw organisatie staat bij geen overeenkomst als partij. Klopt dat niet? Vraag de beheerder van "
                + "deze site om dat aan te passen.",
            "Your organisation is party to no agreement. Is that wrong? Ask the administrator of this site "
                + "to mend it.")
    }
}
