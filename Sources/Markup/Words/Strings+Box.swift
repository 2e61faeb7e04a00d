// The message box and a message.
extension Strings {
    public var box: String { pick("Berichtenbox", "Message box") }
    public var messages: String { pick("Berichten", "Messages") }
    public var olderMessages: String { pick("Oudere berichten", "Older messages") }
    public var newerMessages: String { pick("Nieuwere berichten", "Newer messages") }
    public var boxEmpty: String { pick("U hebt nog geen berichten", "You have no messages yet") }
    public var boxEmptyText: String {
        pick(
            "Stuurt een organisatie u een bericht, dan staat het hier. U krijgt dan ook een e-mail.",
            "When an organisation sends you a message, it appears here. You will also get an e-mail.")
    }

    public func unread(_ count: Int) -> String {
        switch count {
        case 0: pick("U hebt alles gelezen.", "You have read everything.")
        case 1: pick("1 bericht hebt u nog niet gelezen.", "There is 1 message you have not read.")
        default:
            pick(
                "\(number(count)) berichten hebt u nog niet gelezen.",
                "There are \(number(count)) messages you have not read.")
        }
    }

    public var respondBy: String { pick("Reageer uiterlijk", "Respond by") }

    public func daysLeft(_ days: Int) -> String {
        switch days {
        case ..<(-1): pick("\(number(-days)) dagen geleden", "\(number(-days)) days ago")
        case -1: pick("gisteren", "yesterday")
        case 0: pick("vandaag", "today")
        case 1: pick("morgen", "tomorrow")
        default: pick("over \(number(days)) dagen", "in \(number(days)) days")
        }
    }

    public var sender: String { pick("Afzender", "From") }
    public var received: String { pick("Ontvangen", "Received") }
    public var reference: String { pick("Kenmerk", "Reference") }
    public var attachments: String { pick("Bijlagen", "Attachments") }
    public var backToBox: String { pick("Terug naar de berichtenbox", "Back to the message box") }

    public var deadlinePassed: String {
        pick("De datum om te reageren is voorbij", "The date to respond has passed")
    }
    public func deadlinePassedText(_ sender: String) -> String {
        pick(
            "Neem contact op met \(sender) als u nog wilt reageren.",
            "Contact \(sender) if you still want to respond.")
    }

    public func questions(_ sender: String) -> String {
        pick(
            "Hebt u een vraag over dit bericht? Neem dan contact op met de afzender: \(sender).",
            "Do you have a question about this message? Please contact the sender: \(sender).")
    }
}
