import CivilTime
import Markup

@testable import Portal

/// Values to look at pages with: usual ones, and ones at the edge of what can come in.
enum Samples {
    static let wideSubject = String(repeating: "W", count: 50)
    static let longSender =
        "Gemeenschappelijke Regeling Belastingen en Vergunningen Voorbeeldstad-Voorbeelddorp"

    static let received = Moment(year: 2026, month: 10, day: 6, weekday: 2, hour: 12, minute: 30)
    static let lastDay = Moment(year: 2026, month: 10, day: 20, weekday: 2)

    static func citizenFrame(_ theme: Theme? = nil, newCount: Int = 3) -> Frame {
        Frame(
            audience: .citizen,
            menu: [
                .init("Start", .root),
                .init("Berichtenbox", Location("berichtenbox"), isCurrent: true, newCount: newCount),
            ],
            reader: .signedIn(
                name: "A. Voorbeeld", role: nil, signOut: Location("uitloggen"), token: FormToken("geheim")),
            demo: .init(asOf: received), theme: theme)
    }

    static func staffFrame(_ theme: Theme? = nil) -> Frame {
        Frame(
            audience: .staff,
            menu: [
                .init("Start", .root), .init("Dienstniveaus", Location("dienstniveaus"), isCurrent: true),
            ],
            reader: .signedIn(
                name: "B. Voorbeeld-van Langenachternaam", role: "Servicemanager",
                signOut: Location("uitloggen"),
                token: FormToken("geheim")),
            demo: .init(), theme: theme)
    }

    static func publicFrame(_ theme: Theme? = nil) -> Frame {
        Frame(
            audience: .citizen, reader: .signedOut(signIn: Location("inloggen")), demo: .init(), theme: theme)
    }

    static func messages(_ count: Int) -> [MessageListItem] {
        (0..<count).map { index in
            MessageListItem(
                sender: index == 1 ? longSender : "Gemeente Voorbeeldstad",
                subject: index == 1 ? wideSubject : subjects[index % subjects.count],
                location: Location("berichtenbox", "01999999-0000-7000-8000-00000000000\(index % 10)"),
                received: received,
                deadline: index % 3 == 0 ? Deadline(lastDay, daysLeft: [14, -2, 40][index % 9 / 3]) : nil,
                isUnread: index < 3, attachments: index % 3)
        }
    }

    private static let subjects = [
        "Uw parkeervergunning loopt af", "Aanslag gemeentelijke belastingen 2026",
        "Uw aanvraag is ontvangen", "Ophalen van oud papier verandert",
    ]

    static func message(_ subject: String, sender: String, deadline: Deadline?) -> MessagePage {
        MessagePage(
            subject: subject, sender: sender, received: received, reference: "VBS-2026-000042",
            deadline: deadline,
            text: """
                Geachte mevrouw Voorbeeld,

                Uw parkeervergunning voor het kenteken 00-XXX-0 loopt af op 1 november 2026.

                Wilt u de vergunning verlengen?
                - Controleer of uw gegevens nog kloppen.
                - Stuur ons het formulier uit de bijlage terug.

                Met vriendelijke groet,
                Gemeente Voorbeeldstad
                """,
            attachments: [
                FileLink(
                    "Formulier verlenging", Location("berichtenbox", "x", "1"), kind: "PDF",
                    sizeBytes: 182_400),
                FileLink(
                    "Toelichting tarieven", Location("berichtenbox", "x", "2"), kind: "PDF", sizeBytes: 48_120
                ),
            ],
            place: TextLink("Terug naar de berichtenbox", Location("berichtenbox"), kind: .back))
    }

    static func people(_ count: Int, _ prefix: String) -> [SignInPage.Person] {
        (0..<count).map { index in
            SignInPage.Person(
                key: "\(prefix)\(index)", name: ["A. Voorbeeld", "B. Monster", "C. Proef"][index % 3],
                description: ["3 nieuwe berichten", "lege berichtenbox", "10.000 berichten"][index % 3])
        }
    }
}
