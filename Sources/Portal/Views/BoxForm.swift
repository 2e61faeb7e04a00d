import Markup

/// The form around messages, with what can be done with them. Works without JavaScript: each button sends its
/// own name.
struct BoxForm: Sendable {
    let action: Location
    let token: FormToken
    /// What says to which page to return.
    let fields: [HiddenField]
    let isBin: Bool
    let canArchive: Bool
    /// Where messages can be moved to, by the value that the form sends.
    let places: [(value: String, label: String)]
    /// To the same page with every box ticked, or none.
    var ticking: TextLink?
    /// The one message that it is about; nil in a list, where boxes are ticked.
    var chosen: HiddenField?

    func write(around list: some Component, to html: inout HTML) {
        html.element(.form, .class("stack", "stack--wide"), .set(.method, "post"), .action(action)) { html in
            html.add(token)
            for field in fields { html.add(field) }
            if let chosen { html.add(chosen) }
            html.add(bar(in: html.strings))
            html.add(list)
        }
    }

    private func bar(in strings: Strings) -> ActionBar {
        ActionBar(
            label: chosen != nil ? strings.actionsOnOne : strings.actions,
            buttons: acts(in: strings).map { act, text in
                Button(text, kind: .secondary, name: BoxAct.fieldName, value: act.rawValue)
            },
            move: places.isEmpty
                ? nil
                : .init(
                    strings.moveTo, name: BoxAct.placeFieldName, options: places,
                    button: Button(
                        strings.move, kind: .secondary, name: BoxAct.fieldName, value: BoxAct.move.rawValue)),
            links: ticking.map { [$0] } ?? [])
    }

    private func acts(in strings: Strings) -> [(BoxAct, String)] {
        if isBin { return [(.putBack, strings.putBack), (.erase, strings.erase)] }
        let archive = canArchive ? [(BoxAct.archive, strings.toArchive)] : []
        let read = chosen != nil ? [] : [(BoxAct.read, strings.markRead)]
        return archive + [(.bin, strings.toBin)] + read + [(.unread, strings.markUnread)]
    }
}

/// What the buttons of the form send.
enum BoxAct: String, Sendable {
    case archive = "archiveren"
    case bin = "verwijderen"
    case putBack = "terugzetten"
    case erase = "wissen"
    case eraseNow = "wissen-bevestigd"
    case read = "gelezen"
    case unread = "ongelezen"
    case move = "verplaatsen"

    /// The names of the fields in the posted form.
    static let fieldName = "daad"
    static let placeFieldName = "naar"
    static let messageFieldName = "bericht"
}
