// The statement about accessibility.
extension Strings {
    public var accessibilityLead: String {
        pick("Iedereen moet deze site kunnen gebruiken.", "Everybody must be able to use this site.")
    }
    public var accessibilityHow: String { pick("Waar wij op letten", "What we see to") }
    public var accessibilityPoints: [String] {
        [
            pick(
                "De pagina’s zijn gemaakt naar de richtlijnen WCAG 2.2, niveau A en AA.",
                "The pages are made to the guidelines WCAG 2.2, levels A and AA."),
            pick(
                "U kunt alles met alleen een toetsenbord doen.",
                "You can do everything with a keyboard alone."),
            pick(
                "U kunt de tekst vergroten zoals u gewend bent.",
                "You can enlarge the text the way you are used to."),
            pick(
                "Kleur is nooit de enige aanwijzing: er staan altijd woorden bij.",
                "Colour is never the only sign: there are always words with it."),
            pick("De pagina’s werken zonder JavaScript.", "The pages work without JavaScript."),
        ]
    }
    public var accessibilityKnown: String { pick("Wat nog niet goed is", "What is not right yet") }
    public var accessibilityKnownText: String {
        pick(
            "Deze site is nog niet door een onafhankelijk bureau onderzocht. Bijlagen komen van de afzender "
                + "van een bericht; "
                + "wij kunnen niet beloven dat die toegankelijk zijn.",
            "This site has not been examined by an independent agency yet. Attachments come from the sender "
                + "of a message; "
                + "we cannot promise that those are accessible.")
    }
    public var accessibilityAttachment: String {
        pick(
            "Kunt u een bijlage niet lezen? Vraag de afzender dan om een andere vorm.",
            "Can you not read an attachment? Then ask the sender for another form.")
    }
    public var accessibilityContact: String { pick("Lukt er iets niet?", "Does something not work?") }
    public var accessibilityContactText: String {
        pick(
            "Vertel ons op welke pagina u was, wat u wilde doen en wat er gebeurde.",
            "Tell us which page you were on, what you wanted to do and what happened.")
    }
    public func mailTo(_ address: String) -> String {
        pick("Mail naar \(address)", "Mail to \(address)")
    }
}
