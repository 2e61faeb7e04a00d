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
        let style: Attribute =
            isUnread
            ? .class("message-list__item", "message-list__item--unread") : .class("message-list__item")
        html.element(.li, style) { html in
            html.element(.div, .class("message-list__head")) { html in
                html.element(.span, .class("message-list__sender"), text: sender)
                if isUnread { html.add(StatusBadge(html.strings.new, tone: .new)) }
            }
            html.element(.a, .class("message-list__subject"), .href(location), text: subject)
            writeFoot(to: &html)
        }
    }

    private func writeFoot(to html: inout HTML) {
        html.element(.p, .class("message-list__foot")) { html in
            html.add(received)
            if attachments > 0 {
                html.element(.span, text: html.strings.attachmentCount(attachments))
            }
            if let deadline { html.add(deadline) }
        }
    }
}
