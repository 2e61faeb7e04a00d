import Markup

/// `/berichtenbox` and its other places: the messages of one, newest first, a page at a time.
struct BoxPage: View {
    /// Which place, for what differs in words.
    enum Kind: Sendable, Equatable {
        case box(unreadCount: Int)
        case archive
        case bin(days: Int)
        case folder(name: String)
    }

    /// Something to say above the list.
    enum Notice: Sendable {
        case done(Toast)
        case noneChosen
        case cannotUndo
    }

    let kind: Kind
    let side: BoxSide
    /// At most a page of them.
    let messages: [MessageListItem]
    let form: BoxForm
    let isUnreadOnly: Bool
    /// The same place with or without what was read.
    let otherView: Location
    var notice: Notice?
    /// The next page down; nil at the end.
    var older: Location?
    /// The first page; nil on it.
    var newer: Location?

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        switch kind {
        case .box: strings.box
        case .archive: strings.placeArchive
        case .bin: strings.placeBin
        case .folder(let name): name
        }
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.mailbox(side) { html in
            html.element(.div, .class("stack", "stack--tight")) { html in
                html.add(Heading(.one, title(in: strings)))
                if let lead = lead(in: strings) { html.add(Paragraph(lead)) }
            }
            if let notice { write(notice, to: &html) }
            html.add(TextLink(isUnreadOnly ? strings.showAll : strings.onlyUnread, otherView))
            if messages.isEmpty {
                html.add(emptyState(in: strings))
            } else {
                form.write(around: MessageList(label: strings.messages, items: messages), to: &html)
            }
            html.add(
                Pagination(
                    older: older.map { .init(strings.olderMessages, $0) },
                    newer: newer.map { .init(strings.newerMessages, $0) }))
        }
    }

    private func lead(in strings: Strings) -> String? {
        switch kind {
        case .box(let unreadCount): messages.isEmpty ? nil : strings.unread(unreadCount)
        case .bin(let days): strings.binTerm(days: days)
        case .archive, .folder: nil
        }
    }

    private func write(_ notice: Notice, to html: inout HTML) {
        switch notice {
        case .done(let toast): html.add(toast)
        case .noneChosen:
            html.add(Alert(.warning, title: html.strings.noneChosen, html.strings.noneChosenText))
        case .cannotUndo: html.add(Alert(.warning, html.strings.cannotUndo))
        }
    }

    private func emptyState(in strings: Strings) -> EmptyState {
        if isUnreadOnly { return EmptyState(strings.allRead, strings.allReadText) }
        switch kind {
        case .box: return EmptyState(strings.boxEmpty, strings.boxEmptyText)
        case .archive: return EmptyState(strings.archiveEmpty, strings.archiveEmptyText)
        case .bin: return EmptyState(strings.binEmpty, strings.binEmptyText)
        case .folder: return EmptyState(strings.folderEmpty, strings.folderEmptyText)
        }
    }
}
