// The words of the supplier portal: what was supplied and what became of it.
extension Strings {
    public var today: String { pick("Vandaag", "Today") }
    public func todayTitle(_ organisation: String) -> String {
        pick("Vandaag bij \(organisation)", "Today at \(organisation)")
    }
    public var offered: String { pick("Aangeboden", "Offered") }
    public var processed: String { pick("Verwerkt", "Processed") }
    public var rejected: String { pick("Afgewezen", "Rejected") }
    public var waiting: String { pick("In behandeling", "In progress") }
    public var total: String { pick("Totaal", "Total") }
    public var dayWord: String { pick("Dag", "Day") }
    public var monthWord: String { pick("Maand", "Month") }
    public var show: String { pick("Tonen", "Show") }
    public var findMessage: String { pick("Zoeken", "Search") }
    public var outcome: String { pick("Uitkomst", "Outcome") }
    public var allOutcomes: String { pick("Alle uitkomsten", "All outcomes") }
    public var messageType: String { pick("Berichttype", "Message type") }
    public var amount: String { pick("Aantal", "Number") }
    public var batch: String { pick("Batch", "Batch") }
    public var file: String { pick("Bestand", "File") }

    public var periodChoice: String { pick("Periode", "Period") }
    /// - Parameter name: as the address has it.
    public func period(_ name: String) -> String {
        switch name {
        case "week": pick("7 dagen", "7 days")
        case "maand": pick("31 dagen", "31 days")
        default: pick("Jaar", "Year")
        }
    }
    public func suppliedOver(_ name: String) -> String {
        switch name {
        case "week": pick("De laatste 7 dagen", "The last 7 days")
        case "maand": pick("De laatste 31 dagen", "The last 31 days")
        default: pick("Het laatste jaar", "The last year")
        }
    }
    public func suppliedPer(isMonths: Bool) -> String {
        isMonths
            ? pick("Berichten per maand van ontvangst", "Messages by month of receipt")
            : pick("Berichten per dag van ontvangst", "Messages by day of receipt")
    }
    public var suppliedNothing: String {
        pick("In deze periode is niets aangeboden", "Nothing was offered in this period")
    }
    public var suppliedNothingText: String {
        pick(
            "Zodra uw systeem berichten aanlevert, staan de aantallen hier.",
            "As soon as your system delivers messages, the numbers stand here.")
    }
    public func capacityNote(_ norm: String) -> String {
        pick(
            "De afspraak over aanlevering geldt voor alle organisaties samen: \(norm).",
            "The agreement about delivery holds for all organisations together: \(norm).")
    }
    public var downloadCSV: String {
        pick("Download de aantallen als CSV", "Download the numbers as CSV")
    }

    public var needsYou: String { pick("Dit vraagt uw aandacht", "This needs your attention") }
    public var needsNothing: String {
        pick("Er is nu niets dat u moet doen.", "There is nothing you need to do now.")
    }
    public func needRejections(_ count: Int) -> String {
        count == 1
            ? pick("1 bericht is vandaag afgewezen", "1 message was rejected today")
            : pick(
                "\(number(count)) berichten zijn vandaag afgewezen",
                "\(number(count)) messages were rejected today")
    }
    public func needReports(_ count: Int) -> String {
        count == 1
            ? pick(
                "1 verwerkingsbericht is niet bij uw systeem aangekomen",
                "1 processing report has not reached your system")
            : pick(
                "\(number(count)) verwerkingsberichten zijn niet bij uw systeem aangekomen",
                "\(number(count)) processing reports have not reached your system")
    }
    public func needCertificates(_ count: Int, first: String) -> String {
        count == 1
            ? pick("1 certificaat verloopt op \(first)", "1 certificate expires on \(first)")
            : pick(
                "\(number(count)) certificaten verlopen binnenkort, het eerste op \(first)",
                "\(number(count)) certificates expire soon, the first on \(first)")
    }
}

// Looking for messages.
extension Strings {
    public var suppliedMessages: String { pick("Berichten", "Messages") }
    public var messageID: String { pick("Bericht-id", "Message id") }
    public var searchMessage: String {
        pick("Bericht-id, batch-id of uw referentie", "Message id, batch id or your reference")
    }
    public var searchMessageHint: String {
        pick(
            "Precies zoals u het hebt aangeleverd. Vul geen burgerservicenummer in.",
            "Exactly as you delivered it. Do not fill in a citizen service number.")
    }
    public var searchMissing: String {
        pick("Vul in waar u naar zoekt.", "Fill in what you are looking for.")
    }
    public func receivedOn(_ day: String) -> String { pick("Ontvangen op \(day)", "Received on \(day)") }
    public func foundFor(_ text: String) -> String {
        pick("Gevonden voor ‘\(text)’", "Found for ‘\(text)’")
    }
    public func foundNothing(_ text: String) -> String {
        pick("Niets gevonden voor ‘\(text)’", "Nothing found for ‘\(text)’")
    }
    public var foundNothingText: String {
        pick(
            "Zoek op het hele id of de hele referentie. Een bericht dat nog in behandeling is, staat hier "
                + "nog niet.",
            "Search for the whole id or the whole reference. A message that is still in progress does not "
                + "stand here yet.")
    }
    public var noMessagesOnDay: String { pick("Geen berichten op deze dag", "No messages on this day") }
    public var noMessagesOnDayText: String {
        pick("Kies een andere dag of een andere uitkomst.", "Choose another day or another outcome.")
    }
    public func stillWaiting(_ count: Int) -> String {
        count == 1
            ? pick(
                "1 bericht van deze dag is nog in behandeling en staat hier nog niet.",
                "1 message of this day is still in progress and does not stand here yet.")
            : pick(
                "\(number(count)) berichten van deze dag zijn nog in behandeling en staan hier nog niet.",
                "\(number(count)) messages of this day are still in progress and do not stand here yet.")
    }
    public var newestMessages: String { pick("Nieuwste berichten", "Newest messages") }
}

// The life story of a message.
extension Strings {
    public var messageStory: String { pick("Levensloop van een bericht", "Life story of a message") }
    public var whatHappened: String { pick("Wat er gebeurde", "What happened") }
    public var placeInBatch: String { pick("Plaats in de batch", "Place in the batch") }
    public var processingCode: String { pick("Verwerkingscode", "Processing code") }
    public var stage: String { pick("Stadium", "Stage") }
    public var toReport: String { pick("Naar het verwerkingsbericht", "To the processing report") }
    public var readingIsPrivate: String {
        pick(
            "Of en wanneer de ontvanger het bericht leest, is van de ontvanger. U ziet dat niet.",
            "Whether and when the recipient reads the message is the recipient’s own. You do not see that.")
    }
    public var storyReceived: String { pick("Ontvangen", "Received") }
    public func storyReceivedText(_ isBatch: Bool, by hand: String?) -> String {
        let form =
            isBatch ? pick("In een XML-batch", "In an XML batch") : pick("Als los bericht", "By itself")
        return hand.map { form + pick(", aangeleverd door \($0).", ", delivered by \($0).") } ?? form + "."
    }
    public var storyWaiting: String { pick("In behandeling", "In progress") }
    public var storyWaitingText: String {
        pick("Het verwerkingsbericht volgt.", "The processing report follows.")
    }
    public func storyRejected(_ code: String) -> String {
        pick("Afgewezen: \(code)", "Rejected: \(code)")
    }
    public var storyProcessed: String { pick("Verwerkt en gemeld", "Processed and reported") }
    public var storyStored: String { pick("In de berichtenbox gezet", "Put in the message box") }
    public var storyWillShow: String { pick("Wordt zichtbaar", "Will show") }
    public var storyWillShowText: String {
        pick("Op de publicatiedatum die u opgaf.", "On the date of publication that you gave.")
    }
    public var storyShown: String { pick("Zichtbaar voor de ontvanger", "Visible to the recipient") }
    public var storyWithheld: String { pick("Niet getoond", "Not shown") }
    public var storyWithheldText: String {
        pick(
            "De box is gesloten voordat het bericht zichtbaar werd. Verstuur het op een andere manier als "
                + "dat moet.",
            "The box was closed before the message became visible. Send it in another way if you must.")
    }
    public var storyNotified: String { pick("Melding verstuurd", "Notification sent") }
}
