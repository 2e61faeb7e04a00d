import Markup

// What is filled in, and what is said about it.
extension Specimen {
    static func forms(in theme: Theme) -> [Specimen] {
        fields(theme.rawValue) + bars(theme.rawValue)
    }

    private static func fields(_ prefix: String) -> [Specimen] {
        [
            Specimen("form-field") { html in
                html.add(
                    FormField(
                        "E-mailadres", name: "\(prefix)-mail", kind: .email, value: "naam@voorbeeld.nl",
                        hint: "Hier sturen we een bericht heen als er post voor u is.", autocomplete: "email")
                )
                html.add(
                    FormField(
                        "Datum", name: "\(prefix)-datum", value: "31-2-2026", hint: "Bijvoorbeeld 28-2-2026.",
                        error: "Februari 2026 heeft 28 dagen. Kies een eerdere datum."))
                html.add(
                    FormField(
                        "Toelichting", name: "\(prefix)-tekst", kind: .area(rows: 3), isRequired: false))
            },
            Specimen("radio-group") { html in
                html.add(
                    RadioGroup(
                        "Wilt u een e-mail bij een nieuw bericht?", name: "\(prefix)-keuze",
                        options: [
                            .init(value: "ja", label: "Ja", hint: "Elke dag hoogstens één."),
                            .init(value: "nee", label: "Nee"),
                        ], selected: "ja"))
            },
            Specimen("checkbox-group") { html in
                html.add(
                    CheckboxGroup(
                        "Wat mag dit systeem?", name: "\(prefix)-mag",
                        options: [
                            .init(
                                field: "\(prefix)-berichten", label: "Berichten aanleveren", isChecked: true),
                            .init(
                                field: "\(prefix)-validatie", label: "Validatieservice gebruiken",
                                isChecked: false),
                        ]))
            },
            Specimen("select") { html in
                html.add(
                    Select(
                        "Maand", name: "\(prefix)-maand",
                        options: [("2026-10", "oktober 2026"), ("2026-09", "september 2026")]))
            },
        ]
    }

    private static func bars(_ prefix: String) -> [Specimen] {
        [
            Specimen("language-switch") { html in
                html.add(LanguageSwitch(action: Location("taal"), page: .root, token: nil))
            },
            Specimen("search-field") { html in
                html.add(
                    SearchField(
                        html.strings.searchMessages, name: "\(prefix)-zoek", action: Location("componenten"),
                        token: FormToken(""), lengthMax: 200))
            },
            Specimen("action-bar") { html in
                html.add(
                    ActionBar(
                        label: html.strings.actions,
                        buttons: [
                            Button(html.strings.toArchive, kind: .secondary),
                            Button(html.strings.toBin, kind: .secondary),
                        ],
                        move: .init(
                            html.strings.moveTo, name: "\(prefix)-naar", options: [("1", "Belastingen")],
                            button: Button(html.strings.move, kind: .secondary))))
            },
            Specimen("error-summary") { html in
                html.add(
                    ErrorSummary([
                        ("Februari 2026 heeft 28 dagen. Kies een eerdere datum.", "\(prefix)-datum")
                    ]))
            },
        ]
    }

    static var states: [Specimen] {
        [
            Specimen("alert") { html in
                html.add(Alert(.notice, "Op zondag 8 november is er onderhoud van 06.00 tot 08.00 uur."))
                html.add(
                    Alert(
                        .success, title: "Uw adres is gewijzigd",
                        "U krijgt voortaan post op het nieuwe adres."))
                html.add(
                    Alert(
                        .warning, title: "De datum om te reageren is voorbij",
                        "Neem contact op met de afzender."))
                html.add(
                    Alert(
                        .failure, title: "Dit bestand is te groot (6 MB)",
                        "Maximaal 5 MB. Kies een kleiner bestand."))
            },
            Specimen("empty-state") { html in
                html.add(
                    EmptyState(
                        "U hebt nog geen berichten",
                        "Stuurt een organisatie u een bericht, dan staat het hier.",
                        link: TextLink("Naar de startpagina", .root, kind: .onward)))
            },
            Specimen("busy-state") { html in
                html.add(
                    BusyState(
                        "Het rapport over oktober wordt gemaakt. Dat duurt meestal een minuut.",
                        reload: TextLink("Pagina opnieuw laden", Location("componenten"))))
            },
        ]
    }
}
