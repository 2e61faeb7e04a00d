// The words of the supplier portal about reports, systems, contacts and mandates.
extension Strings {
    public var processingReports: String { pick("Verwerkingsberichten", "Processing reports") }
    public var processingReportsLead: String {
        pick(
            "Na elke aanlevering meldt een verwerkingsbericht per bericht wat ervan werd.",
            "After each delivery a processing report tells for each message what became of it.")
    }
    public var reportNumber: String { pick("Volgnummer", "Number") }
    public var reportOffered: String { pick("Aangeboden op", "Offered on") }
    public func processingReport(_ number: Int) -> String {
        pick("Verwerkingsbericht \(self.number(number))", "Processing report \(self.number(number))")
    }
    public var reportWaits: String { pick("niet opgehaald", "not fetched") }
    public var reportFetched: String { pick("opgehaald", "fetched") }
    public var reportConfirmed: String { pick("ontvangst bevestigd", "receipt confirmed") }
    public var reportPushed: String { pick("bezorgd", "delivered") }
    public var reportUndelivered: String {
        pick("niet te bezorgen: haal het op", "not deliverable: fetch it")
    }
    public var downloadXML: String { pick("Download als XML", "Download as XML") }
    public var noReports: String {
        pick("Er zijn nog geen verwerkingsberichten", "There are no processing reports yet")
    }
    public var noReportsText: String {
        pick(
            "Het eerste komt zodra uw eerste aanlevering is verwerkt.",
            "The first one comes when your first delivery has been processed.")
    }
    public var olderReports: String { pick("Oudere verwerkingsberichten", "Older reports") }
    public var newestReports: String { pick("Nieuwste verwerkingsberichten", "Newest reports") }

    public var clients: String { pick("Systemen", "Systems") }
    public var clientsLead: String {
        pick(
            "Welke systemen namens u berichten mogen aanleveren, en waarmee ze zich bekendmaken.",
            "Which systems may deliver messages for you, and what they identify themselves with.")
    }
    public var clientSystems: String { pick("Systemen met een sleutel", "Systems with a key") }
    public var clientID: String { pick("Client-id", "Client id") }
    public var clientIDHint: String {
        pick(
            "Zo noemt uw systeem zich als het een token vraagt. Letters, cijfers, punt, - of _.",
            "What your system calls itself when it asks for a token. Letters, digits, point, - or _.")
    }
    public var clientIDWrong: String {
        pick(
            "Kies een client-id van 1 tot 100 letters, cijfers, punten, - of _.",
            "Choose a client id of 1 to 100 letters, digits, points, - or _.")
    }
    public var clientIDTaken: String {
        pick("Deze client-id is al in gebruik. Kies een andere.", "This client id is in use. Choose another.")
    }
    public var scopes: String { pick("Mag", "May") }
    public var scopesQuestion: String { pick("Wat mag dit systeem?", "What may this system do?") }
    public var scopesMissing: String {
        pick("Kies ten minste één ding dat het systeem mag.", "Choose at least one thing it may do.")
    }
    /// - Parameter name: as the interface description has it.
    public func scope(_ name: String) -> String {
        switch name {
        case "berichten": pick("Berichten aanleveren", "Deliver messages")
        case "validatie": pick("Validatieservice gebruiken", "Use the validation service")
        case "abonnementen": pick("Abonnementenservice gebruiken", "Use the subscription service")
        case "berichttypes": pick("Berichttypes beheren", "Manage message types")
        case "zaken": pick("Lopende zaken aanleveren", "Supply running cases")
        case "meldingen": pick("Meldingen doen", "Report issues")
        default: name
        }
    }
    public var jwks: String { pick("Publieke sleutels (JWKS)", "Public keys (JWKS)") }
    public var jwksHint: String {
        pick(
            "Plak de JSON Web Key Set. Alleen publieke sleutels: de geheime blijft bij u.",
            "Paste the JSON Web Key Set. Public keys only: the secret one stays with you.")
    }
    public func jwksWrong(_ reason: String) -> String {
        pick("De sleutels zijn niet bruikbaar: \(reason).", "The keys cannot be used: \(reason).")
    }
    public var clientNew: String { pick("Nieuw systeem", "New system") }
    public var clientAdd: String { pick("Systeem toevoegen", "Add system") }
    public var clientSaved: String {
        pick(
            "Een systeem dat u deactiveert, is binnen een minuut buitengesloten.",
            "A system that you deactivate is shut out within a minute.")
    }
    public var noClients: String { pick("U hebt nog geen systemen", "You have no systems yet") }
    public var noClientsText: String {
        pick(
            "Voeg een systeem toe met zijn publieke sleutel. Een systeem met een certificaat op uw OIN komt "
                + "zonder dit binnen.",
            "Add a system with its public key. A system with a certificate of your OIN comes in without "
                + "this.")
    }
    public var certificates: String { pick("Certificaten", "Certificates") }
    public var certificatesSeen: String {
        pick("Certificaten die uw systemen toonden", "Certificates your systems showed")
    }
    public var noCertificates: String {
        pick("We hebben nog geen certificaat van u gezien.", "We have not seen a certificate of yours yet.")
    }
    public var expires: String { pick("Verloopt op", "Expires on") }
    public var lastSeen: String { pick("Laatst gezien", "Last seen") }
    public var replaceSoon: String { pick("vervang binnenkort", "replace soon") }
    public var good: String { pick("geldig", "valid") }
    public var action: String { pick("Actie", "Action") }
    public var recentActs: String { pick("Wat er is gewijzigd", "What was changed") }
    public var moment: String { pick("Moment", "Moment") }
    public var actWord: String { pick("Handeling", "Act") }
    public var about: String { pick("Over", "About") }
    public var role: String { pick("Rol", "Role") }

    /// - Parameter name: as the audit trail has it.
    public func act(_ name: String) -> String {
        switch name {
        case "client.add": pick("Systeem toegevoegd", "System added")
        case "client.withdraw": pick("Systeem gedeactiveerd", "System deactivated")
        case "message-type.create": pick("Berichttype gemaakt", "Message type made")
        case "message-type.change": pick("Berichttype gewijzigd", "Message type changed")
        case "mandate.grant": pick("Machtiging gegeven", "Mandate given")
        case "mandate.revoke": pick("Machtiging ingetrokken", "Mandate taken back")
        case "contact.add": pick("Contact toegevoegd", "Contact added")
        case "contact.remove": pick("Contact verwijderd", "Contact removed")
        case "session.start": pick("Ingelogd", "Signed in")
        default: name
        }
    }
}

// Contacts and mandates.
extension Strings {
    public var contacts: String { pick("Contacten", "Contacts") }
    public var contactsLead: String {
        pick(
            "Wie we bij u bellen of mailen als er iets is, en wie namens u mag aanleveren.",
            "Whom we call or mail when something is up, and who may deliver for you.")
    }
    public var contactPurpose: String { pick("Waarvoor", "What for") }
    public var contactPurposeHint: String {
        pick("Bijvoorbeeld: storingen, ook ’s avonds.", "For instance: outages, also at night.")
    }
    public var contactEmail: String { pick("E-mailadres", "E-mail address") }
    public var phone: String { pick("Telefoon", "Telephone") }
    public var contactNew: String { pick("Nieuw contact", "New contact") }
    public var contactAdd: String { pick("Contact toevoegen", "Add contact") }
    public var contactSaved: String { pick("De lijst is bijgewerkt.", "The list is up to date.") }
    public var noContacts: String { pick("Er is nog geen contact", "There is no contact yet") }
    public var noContactsText: String {
        pick(
            "Zonder contact kunnen we u bij een storing niet bereiken.",
            "Without a contact we cannot reach you when something breaks.")
    }
    public var contactsFull: String { pick("De lijst is vol", "The list is full") }
    public var contactsFullText: String {
        pick("Verwijder eerst een contact dat niet meer klopt.", "First remove one that is out of date.")
    }
    public var remove: String { pick("Verwijderen", "Remove") }
    public var revoke: String { pick("Intrekken", "Take back") }
    public var intermediary: String { pick("Organisatie", "Organisation") }

    /// - Parameter field: the name of the field that is wrong.
    public func contactError(_ field: String) -> String {
        switch field {
        case "naam": pick("Vul een naam in van 1 tot 100 tekens.", "Fill in a name of 1 to 100 characters.")
        case "doel":
            pick("Zeg in 1 tot 60 tekens waarvoor.", "Say what for in 1 to 60 characters.")
        case "email":
            pick("Vul een e-mailadres in, zoals naam@organisatie.nl.", "Fill in an e-mail address.")
        case "telefoon":
            pick(
                "Een telefoonnummer bestaat uit cijfers, spaties, + en -, hoogstens 20.",
                "A telephone number consists of digits, spaces, + and -, at most 20.")
        default:
            pick(
                "Bij deze OIN hoort geen andere organisatie die hier bekend is. Een OIN heeft 20 cijfers.",
                "No other organisation with this OIN is known here. An OIN has 20 digits.")
        }
    }

    public var mandates: String { pick("Machtigingen", "Mandates") }
    public var mandatesLead: String {
        pick(
            "Een intermediair die u machtigt, mag berichten aanleveren namens u. U kunt dat op elk moment "
                + "intrekken.",
            "An intermediary you mandate may deliver messages for you. You can take that back at any time.")
    }
    public var noMandates: String {
        pick("Niemand mag namens u aanleveren.", "Nobody may deliver for you.")
    }
    public var mandateFrom: String { pick("Vanaf", "From") }
    public var mandateUntil: String { pick("Tot", "Until") }
    public var mandateHolds: String { pick("geldt nu", "holds now") }
    public var mandateOIN: String { pick("OIN van de intermediair", "OIN of the intermediary") }
    public var mandateOINHint: String {
        pick("20 cijfers. De organisatie moet hier bekend zijn.", "20 digits. It must be known here.")
    }
    public var mandateGive: String { pick("Machtigen", "Give mandate") }
}
