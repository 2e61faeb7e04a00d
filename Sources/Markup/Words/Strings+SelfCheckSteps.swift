// What each step of the self-check is, and how a supplier tries it. The keys are those of the interface.
extension Strings {
    /// - Parameter key: as the interface has it, such as `batch-als-xml`.
    public func selfCheckStep(_ key: String) -> (what: String, how: String) {
        deliveryStep(key) ?? codeStep(key) ?? reportStep(key) ?? questionStep(key) ?? refusalStep(key)
            ?? (key, "")
    }

    private func deliveryStep(_ key: String) -> (what: String, how: String)? {
        switch key {
        case "bericht-als-json":
            (
                pick("Een bericht als JSON", "A message as JSON"),
                pick("Lever één bericht aan via REST.", "Deliver one message by REST.")
            )
        case "batch-als-xml":
            (
                pick("Een batch als XML", "A batch as XML"),
                pick("Lever een batch aan bij het koppelvlak.", "Deliver a batch to the XML interface.")
            )
        case "bijlage":
            (
                pick("Een bericht met een bijlage", "A message with an attachment"),
                pick("Stuur een PDF mee aan wie ontvangt.", "Send a PDF along to who receives.")
            )
        case "latere-publicatie":
            (
                pick("Een bericht voor later", "A message for later"),
                pick(
                    "Geef een publicatiedatum in de komende dagen.",
                    "Give a date of publication in the coming days.")
            )
        case "opnieuw-aangeleverd":
            (
                pick("Dezelfde aanlevering nog eens", "The same delivery again"),
                pick(
                    "Stuur dezelfde batch of hetzelfde bericht opnieuw, zoals na een weggevallen antwoord.",
                    "Send the same batch or message again, as after a lost answer.")
            )
        default: nil
        }
    }

    private func codeStep(_ key: String) -> (what: String, how: String)? {
        let how: String
        switch key {
        case "Verwerkt": how = pick("Stuur aan wie ontvangt.", "Send to who receives.")
        case "TechnischProbleem":
            how = pick("Stuur aan wie een storing heeft.", "Send to who has a failing system.")
        case "NietActiefOfGeabonneerd":
            how = pick(
                "Stuur aan wie geen box heeft, geen post wil, of de box stopzette.",
                "Send to who has no box, wants no mail, or put the box on hold.")
        case "BerichtTypeNietOndersteund":
            how = pick(
                "Stuur aan wie elk berichttype onbekend is, of met een code die u niet hebt.",
                "Send to whom every type is unknown, or with a code that you do not have.")
        case "PublicatieDatumLigtTeVerInDeToekomst":
            how = pick(
                "Geef een publicatiedatum van over een maand.", "Give a date of publication a month ahead.")
        case "AanmaakDatumLigtTeVerInHetVerleden":
            how = pick(
                "Geef de batch een aanmaakdatum van een maand geleden.",
                "Give the batch a creation date a month ago.")
        case "BerichtBestaatAl":
            how = pick(
                "Stuur een verwerkt bericht-id nog eens, in een nieuwe batch.",
                "Send a processed message id again, in a new batch.")
        case "BijlageTeGroot":
            how = pick("Stuur een PDF die te groot is.", "Send a PDF that is too large.")
        case "XmlValidatieTegenXsdValtNegatiefUit":
            how = pick(
                "Laat in één bericht van een batch het onderwerp weg.",
                "Leave the subject out of one message of a batch.")
        default: return nil
        }
        return (key == "Verwerkt" ? processed : rejectionMeaning(key), how)
    }

    private func reportStep(_ key: String) -> (what: String, how: String)? {
        switch key {
        case "nog-niet-klaar":
            (
                pick("Een verwerkingsbericht dat er nog niet is", "A report that is not there yet"),
                pick(
                    "Haal het op direct na een batch aan wie laat antwoordt.",
                    "Fetch it right after a batch to who answers late.")
            )
        case "verwerkingsbericht-als-xml":
            (
                pick("Een verwerkingsbericht als XML", "A processing report as XML"),
                pick("Haal het op met het id van de batch.", "Fetch it by the id of the batch.")
            )
        case "verwerkingsberichten-op-volgorde":
            (
                pick("De verwerkingsberichten op volgorde", "The reports in order"),
                pick("Haal de lijst op via REST.", "Fetch the list by REST.")
            )
        case "ontvangst-bevestigd":
            (
                pick("Ontvangst bevestigd", "Receipt confirmed"),
                pick("Bevestig een verwerkingsbericht via REST.", "Confirm a report by REST.")
            )
        default: nil
        }
    }

    private func questionStep(_ key: String) -> (what: String, how: String)? {
        switch key {
        case "validatie-als-json":
            (
                pick("Validatie als JSON", "Validation as JSON"),
                pick("Vraag naar wie ontvangt en wie niet.", "Ask about who receives and who does not.")
            )
        case "validatie-als-soap":
            (
                pick("Validatie als SOAP", "Validation as SOAP"),
                pick("Vraag hetzelfde met uw SOAP-client.", "Ask the same with your SOAP client.")
            )
        case "validatie-type-onbekend":
            (
                pick("Validatie van een onbekend type", "Validation of an unknown type"),
                pick("Vraag naar wie elk type onbekend is.", "Ask about whom every type is unknown for.")
            )
        case "validatie-storing":
            (
                pick("Validatie bij een storing", "Validation during a failure"),
                pick(
                    "Vraag naar wie een storing heeft, of niet antwoordt.",
                    "Ask about who has a failing system, or does not answer.")
            )
        case "abonnementen-als-json":
            (
                pick("Abonnementen als JSON", "Subscriptions as JSON"),
                pick("Doe een aanvraag via REST.", "Make a request by REST.")
            )
        case "abonnementen-resultaat":
            (
                pick("Het resultaat van een aanvraag", "The result of a request"),
                pick("Haal het op na de nacht.", "Fetch it after the night.")
            )
        case "abonnementen-als-xml":
            (
                pick("Abonnementen als XML", "Subscriptions as XML"),
                pick("Doe een aanvraag bij het koppelvlak.", "Make a request to the XML interface.")
            )
        default: nil
        }
    }

    private func refusalStep(_ key: String) -> (what: String, how: String)? {
        switch key {
        case "velden-kloppen-niet":
            (
                pick("Velden die niet kloppen", "Fields that are wrong"),
                pick("Laat in JSON een verplicht veld weg.", "Leave a required field out of the JSON.")
            )
        case "xml-niet-welgevormd":
            (
                pick("XML die niet welgevormd is", "XML that is not well-formed"),
                pick("Stuur een half document.", "Send half a document.")
            )
        case "envelop-klopt-niet":
            (
                pick("Een envelop die niet klopt", "An envelope that is wrong"),
                pick("Stuur een batch zonder batch-id.", "Send a batch without a batch id.")
            )
        case "oin-van-een-ander":
            (
                pick("De OIN van een ander", "The OIN of another"),
                pick(
                    "Stuur een batch met een OIN die niet van u is.",
                    "Send a batch with an OIN that is not yours.")
            )
        case "te-groot":
            (
                pick("Een bericht dat te groot is", "A message that is too large"),
                pick("Stuur JSON boven de grens van de API.", "Send JSON above the limit of the API.")
            )
        default: nil
        }
    }
}
