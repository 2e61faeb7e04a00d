import Markup

// Lists, tables and facts.
extension Specimen {
    private static let received = Moment(year: 2026, month: 4, day: 6, weekday: 1, hour: 12, minute: 30)
    private static let lastDay = Moment(year: 2026, month: 4, day: 20, weekday: 1)

    static var lists: [Specimen] {
        [
            Specimen("message-list") { html in
                html.add(MessageList(label: "Berichten", items: messages))
            },
            Specimen("device-list") { html in
                html.add(DeviceList(label: "Apparaten", items: devices))
            },
            Specimen("toast") { html in
                html.add(
                    Toast(
                        html.strings.moved(3, to: html.strings.placeBin, isFolder: false),
                        undo: .init(action: Location("componenten"), token: FormToken(""), fields: [])))
            },
            Specimen("case-list") { html in html.add(CaseList(label: "Zaken", items: cases)) },
            Specimen("deadline") { html in
                for daysLeft in [40, 3, -2] {
                    html.element(.p) { html in html.add(Deadline(lastDay, daysLeft: daysLeft)) }
                }
            },
            Specimen("data-summary") { html in
                html.add(
                    DataSummary([
                        .init("Afzender", "Gemeente Voorbeeldstad"), .init("Ontvangen", received),
                        .init("Kenmerk", "2026-00042"),
                    ]))
            },
            Specimen("table") { html in html.add(table) },
            Specimen("details") { html in
                html.add(
                    Details("Zo is dit berekend", isOpen: true) { html in
                        html.add(Paragraph("Elke minuut is één meting. Onderhoud telt niet mee."))
                    })
            },
            Specimen("pagination") { html in
                html.add(
                    Pagination(
                        older: .init("Oudere berichten", Location("berichtenbox")),
                        newer: .init("Nieuwere berichten", Location("berichtenbox"))))
            },
            Specimen("timeline") { html in html.add(timeline) },
            Specimen("file") { html in
                html.add(
                    FileLink("Beschikking", Location("berichtenbox"), kind: "PDF", sizeBytes: 182_400))
            },
        ]
    }

    private static var messages: [MessageListItem] {
        var ticked = MessageListItem(
            sender: "Gemeente Voorbeeldstad", subject: "Ophalen van oud papier verandert",
            location: Location("berichtenbox"), received: received, isUnread: false)
        ticked.choice = .init(name: "bericht", value: "1", isTicked: true)
        return [
            MessageListItem(
                sender: "Gemeente Voorbeeldstad", subject: "Uw parkeervergunning loopt af",
                location: Location("berichtenbox"), received: received,
                deadline: Deadline(lastDay, daysLeft: 3), isUnread: true, attachments: 1),
            ticked,
            MessageListItem(
                sender: "Dienst Voorbeelden", subject: "Jaaropgave", location: Location("berichtenbox"),
                received: received, isUnread: false, attachments: 2),
        ]
    }

    private static var devices: [DeviceList.Item] {
        [("Telefoon", .told(since: received)), ("Oude tablet", .gone(since: received))].map { name, state in
            DeviceList.Item(
                name, state: state, fingerprint: "", id: "", remove: Location("componenten"),
                token: FormToken(""))
        }
    }

    private static var cases: [CaseListItem] {
        [
            CaseListItem(
                organisation: "Gemeente Voorbeeldstad", title: "Dakkapel aan de voorkant",
                location: Location("zaken"), state: StatusBadge("loopt", tone: .new), changed: received,
                step: .init("Stuur de tekening van de voorgevel", until: Deadline(lastDay, daysLeft: 3))),
            CaseListItem(
                organisation: "Dienst Voorbeelden", title: "Aanvraag toeslag", location: Location("zaken"),
                state: StatusBadge("afgesloten"), changed: received),
        ]
    }

    private static var table: Table {
        Table(
            caption: "Aangeleverd in oktober",
            columns: [
                .init("Organisatie", sort: .init(.ascending, Location("componenten"))),
                .init("Berichten", isNumeric: true), .init("Oordeel"),
            ],
            rows: [
                [
                    .init("Gemeente Voorbeeldstad"), .init("12.480"),
                    .init(StatusBadge("op peil", tone: .reached)),
                ],
                [
                    .init("Dienst Voorbeelden"), .init("902"),
                    .init(StatusBadge("onder peil", tone: .below)),
                ],
            ])
    }

    private static var timeline: Timeline {
        Timeline([
            .init(at: received, "Aangeleverd", text: "In een batch van 100 berichten."),
            .init(at: received, "In de berichtenbox", tone: .reached),
            .init(
                at: received, "E-mail niet bezorgd", text: "We proberen het over een uur nog eens.",
                tone: .atRisk),
        ])
    }
}
