// The places of a message box, and what can be done with messages.
extension Strings {
    public var places: String { pick("Uw berichten", "Your messages") }
    public var placeArchive: String { pick("Archief", "Archive") }
    public var placeBin: String { pick("Prullenbak", "Bin") }
    public var folders: String { pick("Mappen", "Folders") }
    public var folderWords: String { pick("map", "folder") }
    public var everywhere: String { pick("Overal", "Everywhere") }
    public var downloadBox: String { pick("Alles downloaden", "Download everything") }

    public var archiveEmpty: String { pick("Uw archief is leeg", "Your archive is empty") }
    public var archiveEmptyText: String {
        pick(
            "Wilt u een bericht bewaren, maar niet tussen uw nieuwe post? Zet het dan in het archief.",
            "Want to keep a message out of sight of your new mail? Then move it to the archive.")
    }
    public var binEmpty: String { pick("De prullenbak is leeg", "The bin is empty") }
    public var binEmptyText: String {
        pick(
            "Berichten die u verwijdert, komen eerst hier. U kunt ze dan nog terugzetten.",
            "Messages you delete come here first. You can still put them back.")
    }
    public var folderEmpty: String { pick("Deze map is leeg", "This folder is empty") }
    public var folderEmptyText: String {
        pick(
            "Kruis berichten aan in een lijst en kies ‘Verplaatsen’ om ze hier te zetten.",
            "Tick messages in a list and choose ‘Move’ to put them here.")
    }
    public var allRead: String { pick("U hebt hier alles gelezen", "You have read everything here") }
    public var allReadText: String {
        pick("Er zijn hier geen ongelezen berichten.", "There are no unread messages here.")
    }

    public func binTerm(days: Int) -> String {
        pick(
            "Wat hier \(number(days)) dagen staat, wordt gewist. Daarna kan niemand het nog terughalen.",
            "What has been here for \(number(days)) days is erased. After that nobody can get it back.")
    }

    public var onlyUnread: String { pick("Alleen ongelezen", "Unread only") }
    public var showAll: String { pick("Alles tonen", "Show all") }
}

// What can be done with messages.
extension Strings {
    public var actions: String { pick("Met de gekozen berichten", "With the chosen messages") }
    public var actionsOnOne: String { pick("Met dit bericht", "With this message") }
    public func choose(_ subject: String) -> String { pick("Kies: \(subject)", "Choose: \(subject)") }
    public var chooseAll: String { pick("Alles aankruisen", "Tick all") }
    public var chooseNone: String { pick("Niets aankruisen", "Tick none") }
    public var toArchive: String { pick("Archiveren", "Archive") }
    public var toBin: String { pick("Verwijderen", "Delete") }
    public var putBack: String { pick("Terugzetten", "Put back") }
    public var markRead: String { pick("Gelezen", "Mark as read") }
    public var markUnread: String { pick("Ongelezen", "Mark as unread") }
    public var erase: String { pick("Definitief wissen", "Erase for good") }
    public var moveTo: String { pick("Verplaats naar", "Move to") }
    public var move: String { pick("Verplaatsen", "Move") }
    public var printing: String { pick("Afdrukken", "Print") }
    public var undo: String { pick("Ongedaan maken", "Undo") }

    public var noneChosen: String { pick("U hebt niets gekozen", "You have chosen nothing") }
    public var noneChosenText: String {
        pick(
            "Kruis eerst een of meer berichten aan. Kies daarna wat u ermee wilt doen.",
            "First tick one or more messages. Then choose what to do with them.")
    }

    public func messageCount(_ count: Int) -> String {
        pick(
            count == 1 ? "1 bericht" : "\(number(count)) berichten",
            count == 1 ? "1 message" : "\(number(count)) messages")
    }

    public func moved(_ count: Int, to place: String, isFolder: Bool) -> String {
        if isFolder {
            return pick(
                "\(messageCount(count)) verplaatst naar de map ‘\(place)’.",
                "\(messageCount(count)) moved to the folder ‘\(place)’.")
        }
        let article = place == placeArchive ? "het" : "de"
        return pick(
            "\(messageCount(count)) verplaatst naar \(article) \(place.lowercased()).",
            "\(messageCount(count)) moved to the \(place.lowercased()).")
    }

    public var wasPutBack: String {
        pick(
            "Dat is ongedaan gemaakt. De berichten staan weer op hun plaats.",
            "Undone. The messages are back.")
    }
    public var wasErased: String { pick("De berichten zijn gewist.", "The messages have been erased.") }
    public var wasMarked: String { pick("De berichten zijn bijgewerkt.", "The messages have been updated.") }
    public var cannotUndo: String {
        pick(
            "Dit kan niet meer ongedaan worden: de berichten zijn daarna nog verplaatst.",
            "This can no longer be undone: the messages have been moved since.")
    }

    public func eraseTitle(_ count: Int) -> String {
        pick("\(messageCount(count)) definitief wissen?", "Erase \(messageCount(count)) for good?")
    }
    public var eraseText: String {
        pick(
            "Het bericht en de bijlagen worden gewist. Niemand kan ze daarna terughalen, wij ook niet.",
            "The message and its attachments are erased. Nobody can get them back after that, nor can we.")
    }
    public var eraseConfirm: String { pick("Ja, definitief wissen", "Yes, erase for good") }
    public var cancel: String { pick("Nee, terug", "No, go back") }
}

// Folders.
extension Strings {
    public var foldersLead: String {
        pick(
            "Bewaar berichten bij elkaar in mappen van uzelf. Alleen u ziet ze.",
            "Keep messages together in folders of your own. Only you see them.")
    }
    public var manageFolders: String { pick("Mappen beheren", "Manage folders") }
    public var newFolder: String { pick("Nieuwe map", "New folder") }
    public var folderName: String { pick("Naam van de map", "Name of the folder") }
    public var makeFolder: String { pick("Map maken", "Make folder") }
    public var changeFolder: String { pick("Wijzigen", "Change") }
    public func changeFolder(_ name: String) -> String {
        pick("Map ‘\(name)’ wijzigen", "Change folder ‘\(name)’")
    }
    public var renameFolder: String { pick("Naam opslaan", "Save name") }
    public var removeFolder: String { pick("Map verwijderen", "Remove folder") }
    public var removeFolderText: String {
        pick(
            "Verwijdert u de map, dan komen de berichten die erin staan terug in de berichtenbox.",
            "If you remove the folder, the messages in it go back to the message box.")
    }
    public var noFolders: String { pick("U hebt nog geen mappen", "You have no folders yet") }
    public var folderNameWrong: String {
        pick("Vul een naam in van hoogstens 40 tekens.", "Give a name of at most 40 characters.")
    }
    public var folderNameTaken: String {
        pick(
            "U hebt al een map met deze naam. Kies een andere naam.",
            "You already have a folder of this name.")
    }
    public func tooManyFolders(_ limit: Int) -> String {
        pick(
            "U hebt al \(number(limit)) mappen. Verwijder er eerst een.",
            "You already have \(number(limit)) folders. Remove one first.")
    }
    public var folderRemoved: String {
        pick(
            "De map is weg. De berichten staan in de berichtenbox.",
            "The folder is gone. Its messages are in the message box.")
    }
}

// Searching, downloading and printing.
extension Strings {
    public var search: String { pick("Zoeken", "Search") }
    public var searchMessages: String { pick("Zoeken in uw berichten", "Search your messages") }
    public var searchHint: String {
        pick(
            "Woorden uit het onderwerp, de tekst of het kenmerk, of de afzender. Drie letters zijn genoeg.",
            "Words from the subject, text or reference, or the sender. Three letters are enough.")
    }
    public var searchIn: String { pick("Zoeken in", "Search in") }
    public var searchWrong: String {
        pick(
            "Vul een of meer woorden in, samen hoogstens 200 tekens.",
            "Give one or more words, at most 200 characters together.")
    }
    public func searchResults(_ words: String) -> String {
        pick("Gevonden voor ‘\(words)’", "Found for ‘\(words)’")
    }
    public var nothingFound: String { pick("Niets gevonden", "Nothing found") }
    public var nothingFoundText: String {
        pick(
            "Geen bericht bevat al deze woorden. Zoek met minder woorden, of met het begin van een woord.",
            "No message has all these words. Try fewer words, or only the beginning of a word.")
    }
    public var searchIncomplete: String {
        pick("Nog niet alles is doorzocht", "Not everything has been searched yet")
    }
    public var searchIncompleteText: String {
        pick(
            "U hebt veel berichten. Zoek nog een keer, dan kijken we ook in uw oudere berichten.",
            "You have many messages. Search once more and we will look in your older messages too.")
    }

    public var downloadLead: String {
        pick(
            "U krijgt één zip-bestand met al uw berichten en bijlagen, ook die in archief en prullenbak.",
            "You get one zip file with all your messages and attachments, archive and bin included.")
    }
    public var downloadWarning: String {
        pick(
            "Gebruikt u een computer van een ander? Verwijder het bestand daarna. Wie erbij kan, kan "
                + "uw post lezen.",
            "Is this somebody else’s computer? Delete the file afterwards. Who can reach it can read your "
                + "mail.")
    }
    public var downloadButton: String { pick("Zip-bestand downloaden", "Download zip file") }

    public var printHint: String {
        pick(
            "Kies Afdrukken in uw browser, of toets Ctrl+P.", "Choose Print in your browser, or press Ctrl+P."
        )
    }
    public var backToMessage: String { pick("Terug naar het bericht", "Back to the message") }
    public func backTo(_ place: String) -> String { pick("Terug naar \(place)", "Back to \(place)") }
}
