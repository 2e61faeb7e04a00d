import Markup

@testable import Portal

extension Samples {
    static let side = BoxSide(
        search: SearchField(
            "Zoeken", name: "zoek-kort", action: Location("zoek"), token: FormToken("geheim"), lengthMax: 9),
        items: [
            .init("Berichtenbox", Location("berichtenbox"), isCurrent: true, newCount: 3),
            .init("Belasting & huis", Location("berichtenbox", "mappen", "16")),
        ],
        links: [TextLink("Mappen beheren", Location("berichtenbox", "mappen"))])

    static func box(
        _ kind: BoxPage.Kind, _ messages: [MessageListItem], older: Location? = nil,
        newer: Location? = nil, isUnreadOnly: Bool = false
    ) -> BoxPage {
        BoxPage(
            kind: kind, side: side, messages: messages, form: boxForm(isBin: kind == .bin(days: 30)),
            isUnreadOnly: isUnreadOnly, otherView: Location("ongelezen"), older: older, newer: newer)
    }

    static func boxForm(isBin: Bool = false) -> BoxForm {
        BoxForm(
            action: Location("verplaatsingen"), token: FormToken("geheim"),
            fields: [HiddenField("plaats", "berichtenbox")], isBin: isBin, canArchive: true,
            places: [("archief", "Archief"), ("map-16", "Belasting & huis")])
    }
}
