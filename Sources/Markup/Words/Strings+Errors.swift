// What goes wrong in the browser: what happened, what it means, what to do.
extension Strings {
    public var notFoundTitle: String { pick("Deze pagina is er niet", "This page does not exist") }
    public var notFoundText: String {
        pick(
            "Het adres klopt niet, of wat hier stond is er niet meer.",
            "The address is not right, or what stood here is gone.")
    }
    public var notFoundAction: String {
        pick(
            "Kijk of het adres goed is getypt, of ga naar de startpagina.",
            "Check the address, or go to the home page.")
    }

    public var forbiddenTitle: String {
        pick("U mag deze pagina niet bekijken", "You may not view this page")
    }
    public var forbiddenText: String {
        pick(
            "U bent ingelogd, maar uw rol geeft geen toegang tot deze pagina.",
            "You are signed in, but your role gives no access to this page.")
    }
    public var forbiddenAction: String {
        pick(
            "Log in met een andere rol, of vraag toegang aan de beheerder van uw organisatie.",
            "Sign in with another role, or ask your organisation's administrator for access.")
    }

    public var expiredTitle: String { pick("Dit formulier is verlopen", "This form has expired") }
    public var expiredText: String {
        pick(
            "De pagina stond te lang open, of u bent intussen uitgelogd. Er is niets opgeslagen.",
            "The page was open for too long, or you were signed out meanwhile. Nothing has been saved.")
    }
    public var expiredAction: String {
        pick(
            "Ga terug, laad de pagina opnieuw en probeer het nog eens.",
            "Go back, reload the page and try again.")
    }

    public var tooManyTitle: String { pick("U vraagt te veel tegelijk", "You are asking too much at once") }
    public func tooManyText(seconds: Int) -> String {
        let wait = duration(seconds: seconds)
        return pick(
            "Van uw adres komen meer verzoeken dan wij toelaten. Daarom wachten we \(wait).",
            "More requests come from your address than we allow. So we wait for \(wait).")
    }
    public var tooManyAction: String {
        pick("Wacht even en laad de pagina dan opnieuw.", "Wait a moment and then reload the page.")
    }

    public var unexpectedTitle: String { pick("Het lukt ons nu niet", "We cannot do this right now") }
    public var unexpectedText: String {
        pick(
            "Aan onze kant ging iets mis. Wat al was opgeslagen, is er nog.",
            "Something went wrong on our side. What was saved is still there.")
    }
    public func unexpectedAction(reference: String?) -> String {
        let retry = pick("Probeer het over een paar minuten nog eens.", "Try again in a few minutes.")
        guard let reference else { return retry }
        return retry
            + pick(
                " Blijft het misgaan? Noem dan dit kenmerk als u contact opneemt: \(reference).",
                " Does it keep failing? Then give this reference when you contact us: \(reference).")
    }

    public var toStart: String { pick("Naar de startpagina", "Go to the home page") }

    func duration(seconds: Int) -> String {
        let minutes = (seconds + 59) / 60
        if seconds < 60 { return pick("\(seconds) seconden", "\(seconds) seconds") }
        return pick(
            minutes == 1 ? "1 minuut" : "\(number(minutes)) minuten",
            minutes == 1 ? "1 minute" : "\(number(minutes)) minutes")
    }
}
