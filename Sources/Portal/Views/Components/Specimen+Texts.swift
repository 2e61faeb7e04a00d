import Markup

// Text, links and what stands around a page.
extension Specimen {
    static var texts: [Specimen] {
        [
            Specimen("heading") { html in
                html.element(.div) { html in
                    html.element(.p, .class("heading", "heading--1"), text: "Kop 1: uw post van de overheid")
                    html.element(.p, .class("heading", "heading--2"), text: "Kop 2: nieuwe berichten")
                    html.element(.p, .class("heading", "heading--3"), text: "Kop 3: bijlagen")
                }
            },
            Specimen("paragraph") { html in
                html.add(Paragraph("Een inleiding zegt in één zin waar de pagina over gaat.", kind: .lead))
                html.add(
                    Paragraph(
                        "Gewone tekst blijft onder de zeventig tekens per regel, zodat hij prettig leest."))
                html.add(Paragraph("Wat u mag overslaan, is kleiner.", kind: .secondary))
                html.add(Paragraph("Tekst van een ander\nhoudt zijn eigen regels.", kind: .verbatim))
            },
            Specimen("link") { html in
                html.add(TextLink("Uw berichtenbox", Location("berichtenbox")))
                html.add(TextLink("Terug naar de berichtenbox", Location("berichtenbox"), kind: .back))
                html.add(TextLink("Naar de startpagina", .root, kind: .onward))
            },
            Specimen("button") { html in
                html.element(.div, .class("specimen__row")) { html in
                    html.add(Button("Versturen"))
                    html.add(Button("Later verder gaan", kind: .secondary))
                    html.add(Button("Uitloggen", kind: .quiet))
                    html.add(Button.Link("Inloggen", Location("inloggen")))
                }
            },
        ]
    }

    static func frames(in theme: Theme) -> [Specimen] {
        [
            Specimen("skip-link") { html in
                html.add(Paragraph("Zichtbaar zodra de tabtoets hem bereikt.", kind: .secondary))
                html.add(SkipLink())
            },
            Specimen("page-header") { html in
                html.add(
                    PageHeader(
                        items: [
                            .init("Start", .root),
                            .init("Berichtenbox", Location("berichtenbox"), isCurrent: true, newCount: 3),
                        ],
                        state: .signedIn(
                            name: "J. Voorbeeld", role: "servicemanager", signOut: Location("uitloggen"),
                            token: FormToken("voorbeeld"))))
            },
            Specimen("demo-banner") { html in html.add(DemoBanner()) },
            Specimen("breadcrumb") { html in
                html.add(
                    Breadcrumb(
                        [("Start", .root), ("Dienstniveaus", Location("dienstniveaus"))], here: "Oktober 2026"
                    ))
            },
            Specimen("side-nav") { html in
                html.add(
                    SideNav(
                        label: "Afspraken",
                        items: [
                            .init(
                                "Aanlevering", .fragment("aanlevering"), isCurrent: true,
                                badge: StatusBadge("op peil", tone: .reached)),
                            .init(
                                "Beschikbaarheid", .fragment("beschikbaarheid"),
                                badge: StatusBadge("onder peil", tone: .below)),
                        ]))
            },
            Specimen("page-footer") { html in
                html.add(
                    PageFooter(
                        links: [TextLink("Toegankelijkheid", Location("toegankelijkheid"))],
                        text: html.strings.footerText))
            },
        ]
    }
}
