/// Messages below one another, newest first.
public struct MessageList: Component {
    let label: String
    let items: [MessageListItem]

    /// - Parameter label: what a screen reader calls the list.
    public init(label: String, items: [MessageListItem]) {
        self.label = label
        self.items = items
    }

    public func write(to html: inout HTML) {
        html.element(.ul, .class("message-list"), .set(.role, "list"), .set(.ariaLabel, label)) { html in
            for item in items {
                html.add(item)
            }
        }
    }
}

/// A message in a list: who sent it, what about, when, and by when something must be done.
public struct MessageListItem: Component {
    let sender: String
    let subject: String
    let location: Location
    let received: Moment
    let deadline: Deadline?
    let isUnread: Bool
    let attachments: Int
    /// Where it lies, in a list of more than one place.
    public var place: String?
    /// With a box to tick, where something can be done with several at once.
    public var choice: Choice?

    /// A box to tick.
    public struct Choice: Sendable {
        let name: String
        let value: String
        let isTicked: Bool

        /// - Parameter name: of the field in the posted form, the same for the whole list.
        public init(name: String, value: String, isTicked: Bool = false) {
            self.name = name
            self.value = value
            self.isTicked = isTicked
        }
    }

    /// - Parameters:
    ///   - location: where the message is read; the subject is the link, the whole row can be pressed.
    ///   - attachments: how many files come with it.
    public init(
        sender: String, subject: String, location: Location, received: Moment, deadline: Deadline? = nil,
        isUnread: Bool, attachments: Int = 0
    ) {
        self.sender = sender
        self.subject = subject
        self.location = location
        self.received = received
        self.deadline = deadline
        self.isUnread = isUnread
        self.attachments = attachments
    }

    public func write(to html: inout HTML) {
        html.element(.li, style) { html in
            if let choice { write(choice, to: &html) }
            html.element(.div, .class("message-list__head")) { html in
                html.element(.span, .class("message-list__sender"), text: sender)
                if isUnread { html.add(StatusBadge(html.strings.new, tone: .new)) }
            }
            html.element(.a, .class("message-list__subject"), .href(location), text: subject)
            writeFoot(to: &html)
        }
    }

    private var style: Attribute {
        switch (isUnread, choice != nil) {
        case (true, true):
            .class("message-list__item", "message-list__item--unread", "message-list__item--choosable")
        case (true, false): .class("message-list__item", "message-list__item--unread")
        case (false, true): .class("message-list__item", "message-list__item--choosable")
        case (false, false): .class("message-list__item")
        }
    }

    private func write(_ choice: Choice, to html: inout HTML) {
        html.element(.label, .class("message-list__choice")) { html in
            html.void(
                .input, .set(.type, "checkbox"), .set(.name, choice.name), .set(.value, choice.value),
                .flag(.checked, if: choice.isTicked))
            html.element(.span, .class("visually-hidden"), text: html.strings.choose(subject))
        }
    }

    private func writeFoot(to html: inout HTML) {
        html.element(.p, .class("message-list__foot")) { html in
            html.add(received)
            if let place { html.element(.span, text: place) }
            if attachments > 0 {
                html.element(.span, text: html.strings.attachmentCount(attachments))
            }
            if let deadline { html.add(deadline) }
        }
    }
}
