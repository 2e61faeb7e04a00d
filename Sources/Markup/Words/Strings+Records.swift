// A person's own data at the sources.
extension Strings {
    public var records: String { pick("Mijn gegevens", "My data") }
    public var recordsLead: String {
        pick(
            "Dit bewaren organisaties over u. Wij vragen het op als u kijkt, en bewaren het niet.",
            "This is what organisations keep about you. We ask for it when you look, and do not keep it.")
    }
    public var recordsNone: String { pick("Er zijn nog geen bronnen", "There are no sources yet") }
    public var recordsNoneText: String {
        pick(
            "Er zijn nog geen organisaties die hier uw gegevens laten zien.",
            "No organisations show your data here yet.")
    }
    public var backToRecords: String { pick("Terug naar mijn gegevens", "Back to my data") }
    public var askAgain: String { pick("Opnieuw opvragen", "Ask again") }
    public func only(_ title: String) -> String {
        pick("Alleen bekijken: \(title)", "See only: \(title)")
    }

    public func keptBy(_ owner: String) -> String { pick("Van: \(owner).", "From: \(owner).") }
    public func askedAt(_ moment: String) -> String {
        pick("Opgevraagd op \(moment).", "Asked on \(moment).")
    }

    public func nothingKnown(_ owner: String) -> String {
        pick(
            "\(owner) heeft hier geen gegevens over u.", "\(owner) keeps nothing about you here.")
    }
    public var notKnown: String { pick("niet bekend", "not known") }

    public var sourceDown: String { pick("Tijdelijk niet beschikbaar", "Not available for now") }
    public func sourceDownText(_ owner: String, since moment: String?) -> String {
        let since =
            moment.map { pick("Sinds \($0) krijgen wij geen antwoord", "We have had no answer since \($0)") }
            ?? pick("Wij krijgen nu geen goed antwoord", "We get no proper answer now")
        return since
            + pick(
                " van \(owner). Er is niets mis met uw gegevens: u kunt ze nu alleen niet zien. "
                    + "Probeer het later opnieuw.",
                " from \(owner). Nothing is wrong with your data: you just cannot see it now. "
                    + "Please try again later.")
    }

    public var mistake: String { pick("Klopt er iets niet?", "Is something wrong?") }

    /// "€ 312.000".
    public func euros(_ amount: Int) -> String { pick("€ \(number(amount))", "€\(number(amount))") }
    public func squareMetres(_ area: Int) -> String { "\(number(area)) m²" }
}
