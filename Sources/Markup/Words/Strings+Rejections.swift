// What each code of a processing report means, and what to do about it: one table, for the page with
// rejections, the life story of a message and whoever else explains one. Codes are as the schema spells them.
extension Strings {
    public var rejections: String { pick("Afwijzingen", "Rejections") }
    public var rejectionsLead: String {
        pick(
            "Wat niet in een berichtenbox kwam, en waarom. Een verbeterd bericht mag opnieuw, met hetzelfde "
                + "id.",
            "What did not get into a message box, and why. A corrected message may come again with the same "
                + "id.")
    }
    public var rejectionsByCode: String { pick("Afwijzingen per code", "Rejections by code") }
    public var meaning: String { pick("Betekenis", "Meaning") }
    public var whatToDo: String { pick("Wat u kunt doen", "What you can do") }
    public var noRejections: String { pick("Er is niets afgewezen", "Nothing was rejected") }
    public func noRejectionsText(_ processed: Int) -> String {
        pick(
            "In deze periode zijn \(number(processed)) berichten verwerkt.",
            "In this period \(number(processed)) messages were processed.")
    }
    public func rejectionsCount(_ rejected: Int, of all: Int) -> String {
        pick(
            "\(fraction(rejected, of: all)) berichten zijn afgewezen.",
            "\(fraction(rejected, of: all)) messages were rejected.")
    }

    public func rejectionMeaning(_ code: String) -> String {
        switch code {
        case "NietActiefOfGeabonneerd":
            pick(
                "De ontvanger heeft geen actieve berichtenbox, of wil geen digitale post van u.",
                "The recipient has no active message box, or wants no digital mail from you.")
        case "BerichtTypeNietOndersteund":
            pick(
                "Dit berichttype bestaat niet of is niet actief.",
                "This type does not exist or is not active.")
        case "PublicatieDatumLigtTeVerInDeToekomst":
            pick("De publicatiedatum ligt te ver weg.", "The date of publication is too far ahead.")
        case "AanmaakDatumLigtTeVerInHetVerleden":
            pick("De batch is te lang geleden gemaakt.", "The batch was made too long ago.")
        case "BerichtBestaatAl":
            pick(
                "Een bericht met dit id is al verwerkt. De ontvanger heeft het één keer.",
                "A message with this id was processed already. The recipient has it once.")
        case "BijlageTeGroot":
            pick("De bijlagen zijn samen te groot.", "The attachments together are too large.")
        case "OinInCPAKomtNietOvereenMetOinInBericht":
            pick("De OIN in het bericht is niet die van de afzender.", "The OIN is not the sender’s.")
        case "XmlValidatieTegenXsdValtNegatiefUit":
            pick("Het bericht voldoet niet aan het schema.", "The message does not fit the schema.")
        default:
            pick(
                "Het bericht kon niet worden verwerkt, bijvoorbeeld door een bijlage die geen PDF is.",
                "The message could not be processed, for instance for an attachment that is no PDF.")
        }
    }

    public func rejectionAdvice(_ code: String) -> String {
        switch code {
        case "NietActiefOfGeabonneerd":
            pick("Stuur deze brief op papier.", "Send this letter on paper.")
        case "BerichtTypeNietOndersteund":
            pick(
                "Activeer het bij Berichttypes, of herstel de code in uw systeem. Lever het bericht opnieuw "
                    + "aan.",
                "Activate it under Message types, or mend the code in your system. Deliver it again.")
        case "PublicatieDatumLigtTeVerInDeToekomst":
            pick("Lever het bericht later opnieuw aan.", "Deliver the message again later.")
        case "AanmaakDatumLigtTeVerInHetVerleden":
            pick("Maak een nieuwe batch met dezelfde berichten.", "Make a new batch of the same messages.")
        case "BerichtBestaatAl":
            pick(
                "U hoeft niets te doen. Was het een ander bericht? Geef het een eigen id.",
                "You need do nothing. Was it another message? Give it an id of its own.")
        case "BijlageTeGroot":
            pick(
                "Maak de bijlage kleiner en lever opnieuw aan.", "Make the attachment smaller, deliver again."
            )
        case "OinInCPAKomtNietOvereenMetOinInBericht":
            pick("Herstel de OIN, of regel een machtiging.", "Mend the OIN, or arrange a mandate.")
        case "XmlValidatieTegenXsdValtNegatiefUit":
            pick(
                "Laat uw leverancier het bericht tegen het schema houden.",
                "Have your supplier hold the message against the schema.")
        default:
            pick(
                "Controleer bijlage en batch-id. Blijft het, meld het dan bij de beheerder.",
                "Check the attachment and the batch id. If it stays, tell the administrator.")
        }
    }
}
