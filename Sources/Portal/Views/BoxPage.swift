import Markup

/// `/berichtenbox`: the messages, newest first, a page at a time.
struct BoxPage: View {
    /// At most a page of them.
    let messages: [MessageListItem]
    /// Unread messages in the whole box.
    let unreadCount: Int
    /// The next page down; nil at the end.
    let older: Location?
    /// The next page up; nil at the top.
    let newer: Location?

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.box
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(Heading(.one, strings.box))
            if !messages.isEmpty { html.add(Paragraph(strings.unread(unreadCount))) }
        }
        if messages.isEmpty {
            html.add(EmptyState(strings.boxEmpty, strings.boxEmptyText))
        } else {
            html.add(MessageList(label: strings.messages, items: messages))
        }
        html.add(
            Pagination(
                older: older.map { .init(strings.olderMessages, $0) },
                newer: newer.map { .init(strings.newerMessages, $0) }))
    }
}
