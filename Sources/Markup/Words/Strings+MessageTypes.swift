// The words of the supplier portal about message types, and those its pages share.
extension Strings {
    public var name: String { pick("Naam", "Name") }
    public var typeCode: String { pick("Code", "Code") }
    public var changed: String { pick("Gewijzigd", "Changed") }
    public var made: String { pick("Gemaakt", "Made") }
    public var changeType: String { pick("Wijzigen", "Change") }
    public var saveType: String { pick("Opslaan", "Save") }
    public var saved: String { pick("Opgeslagen", "Saved") }
    public var history: String { pick("Geschiedenis", "History") }
    public var activate: String { pick("Weer activeren", "Activate again") }
    public var deactivate: String { pick("Deactiveren", "Deactivate") }

    public func yesOrNo(_ answer: Bool) -> String {
        answer ? pick("Ja", "Yes") : pick("Nee", "No")
    }

    public func activity(_ isActive: Bool) -> StatusBadge {
        isActive
            ? StatusBadge(pick("actief", "active"), tone: .reached)
            : StatusBadge(pick("niet actief", "not active"))
    }

    public var changedMeanwhile: String { pick("Iemand was u voor", "Somebody was before you") }
    public var changedMeanwhileText: String {
        pick(
            "Dit is gewijzigd nadat u de pagina opende. Hieronder staat hoe het nu is. Wijzig het opnieuw "
                + "als dat nog nodig is.",
            "This was changed after you opened the page. Below you see how it is now. Change it again if "
                + "that is still needed.")
    }

    public var messageTypes: String { pick("Berichttypes", "Message types") }
    public var messageTypesLead: String {
        pick(
            "De soorten berichten die u verstuurt. Een bericht van een type dat niet actief is, wordt "
                + "afgewezen.",
            "The kinds of messages you send. A message of a type that is not active is rejected.")
    }
    public var messageTypesEmpty: String {
        pick("U hebt nog geen berichttypes", "You have no message types yet")
    }
    public var messageTypesEmptyText: String {
        pick(
            "Maak er een voordat u berichten aanlevert: elk bericht heeft een berichttype.",
            "Make one before you deliver messages: each message has a type.")
    }
    public var messageTypesTooMany: String {
        pick(
            "U hebt het grootste aantal berichttypes bereikt. Gebruik een bestaand type opnieuw.",
            "You have reached the largest number of message types. Use an existing one again.")
    }
    public var messageTypeNew: String { pick("Nieuw berichttype", "New message type") }
    public var messageTypeMake: String { pick("Berichttype maken", "Make message type") }

    public func messageTypeTitle(_ code: String) -> String {
        pick("Berichttype \(code)", "Message type \(code)")
    }

    public var messageTypeSaved: String {
        pick("Het geldt vanaf nu voor elk nieuw bericht.", "It holds from now on for each new message.")
    }
    public var typeCodeHint: String {
        pick(
            "Zo noemt uw systeem het type. Hoogstens 8 letters, cijfers, streepjes. De code blijft altijd "
                + "hetzelfde.",
            "What your system calls the type. At most 8 letters, digits, hyphens. The code always stays the "
                + "same.")
    }
    public var codeTaken: String {
        pick(
            "U hebt al een berichttype met deze code. Kies een andere code.",
            "You already have a message type with this code. Choose another code.")
    }
    public func codeMust(_ rule: String) -> String {
        pick("De code klopt niet: \(rule).", "The code is not right: \(rule).")
    }
    public var typeNameHint: String {
        pick("Zo ziet de ontvanger wat voor post het is.", "By this the recipient sees what mail it is.")
    }
    public func nameMust(_ rule: String) -> String {
        pick("De naam klopt niet: \(rule).", "The name is not right: \(rule).")
    }

    public var sensitive: String { pick("Gevoelig", "Sensitive") }
    public var sensitiveQuestion: String {
        pick("Zegt het onderwerp al te veel?", "Does the subject already say too much?")
    }
    public var sensitiveNo: String {
        pick(
            "De e-mail aan de ontvanger noemt het onderwerp.",
            "The e-mail to the recipient names the subject."
        )
    }
    public var sensitiveYes: String {
        pick(
            "De e-mail noemt alleen uw organisatie, niet het onderwerp.",
            "The e-mail names your organisation only, not the subject.")
    }
    public var typeDeactivateText: String {
        pick(
            "Berichten van dit type worden dan afgewezen. Wat al verwerkt is, blijft. U kunt het type later "
                + "weer activeren.",
            "Messages of this type are then rejected. What was processed stays. You can activate the type "
                + "again later.")
    }
    public var typeActivateText: String {
        pick(
            "Berichten van dit type worden dan weer aangenomen.",
            "Messages of this type are then accepted again.")
    }

    public func messageTypeState(title: String, isActive: Bool, isSensitive: Bool) -> String {
        let activity = isActive ? pick("actief", "active") : pick("niet actief", "not active")
        let sensitivity = isSensitive ? pick("gevoelig", "sensitive") : pick("niet gevoelig", "not sensitive")
        return "\(title): \(activity), \(sensitivity)."
    }
}
