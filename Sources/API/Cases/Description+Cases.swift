import OpenAPI
import Routes
import RunningCases

extension Description {
    static func listCases(standard: Int) -> Description {
        Description(
            "toonZaken", in: .cases, "Haal de lijst op van zaken die u hebt doorgegeven",
            text:
                "Hoe elke zaak hier staat, zonder inhoud, en zonder wie er een account heeft.",
            parameters: [
                .query("na", "De plek waarna de pagina begint, zoals volgende die geeft.", .guid("Een id.")),
                .query(
                    "limiet", "Hoeveel zaken de pagina hoogstens heeft.",
                    .number("Aantal.", 1...PushedCase.pageLimit, standard: standard)),
            ],
            answers: [.json(200, "Een pagina van de lijst.", .page(of: state, named: "Zakenpagina"))],
            condition: .onReading)
    }

    static let showCase = Description(
        "toonZaak", in: .cases, "Haal op hoe een zaak hier staat", text: "Zonder inhoud.",
        parameters: [.caseID], answers: [.json(200, "Hoe de zaak staat.", state)], condition: .onReading,
        problems: [.noSuchCase])

    /// U+0000 is refused everywhere.
    private static let withoutNull = #"^[^\u0000]*$"#

    static let putCase = Description(
        "geefZaakDoor", in: .cases, "Geef een zaak door, in haar geheel",
        text: """
            Een nieuwe zaak, of een bekende zoals zij nu is. Wat u later wijzigde, wint: een oudere stand \
            die later binnenkomt, staat alleen in het verloop. Hetzelfde nog een keer geeft hetzelfde \
            antwoord.
            """,
        parameters: [.caseID], body: [.json(whole, example: wholeExample)],
        bodyBytesLimit: CasePush.bytesLimit,
        answers: [
            .json(200, "De zaak is bijgewerkt.", receipt), .json(201, "De zaak is nieuw.", receipt),
        ], problems: [.pushReused, .caseFull])

    static let removeCase = Description(
        "neemZaakTerug", in: .cases, "Neem een zaak terug",
        text: "Niemand ziet de zaak nog, en de inhoud is gewist. Een oudere stand brengt haar niet terug.",
        parameters: [.caseID], answers: [.none("De zaak is weg.")],
        problems: [.noSuchCase, .pushReused, .caseFull])

    static let postStatus = Description(
        "geefStatusDoor", in: .cases, "Geef een status van een zaak door",
        text: "Een status zegt ook wat de betrokkene nu moet doen; zonder stapVoorU is dat niets.",
        parameters: [.caseID],
        body: [
            .json(
                status,
                example: [
                    "statusId": "s-1", "tijdstip": "2026-10-05T09:00:00Z", "omschrijving": "In behandeling",
                ])
        ], bodyBytesLimit: CasePush.bytesLimit,
        answers: [.json(201, "De status staat in het verloop.", receipt)],
        problems: [.noSuchCase, .pushReused, .caseFull])

    static let takeEvents = Description(
        "geefGebeurtenisDoor", in: .cases, "Geef een gebeurtenis door, of een reeks",
        text: """
            CloudEvents volgens het NL GOV-profiel, in structured mode. source en id samen staan voor één \
            gebeurtenis: nog een keer geeft hetzelfde antwoord. subject is het id van de zaak. Van een \
            reeks van hoogstens \
            \(CaseEvent.batchLimit) wordt elke gebeurtenis los aangenomen of geweigerd.
            """,
        body: [
            Content("application/cloudevents+json", event, example: eventExample),
            Content(
                "application/cloudevents-batch+json",
                .list(of: event, "Een reeks gebeurtenissen.", count: 1...CaseEvent.batchLimit)),
        ], bodyBytesLimit: CaseEvent.batchBytesLimit,
        answers: [.json(200, "Wat er van de gebeurtenis, of van elke in de reeks, is geworden.", taken)],
        problems: [.notYourOrganisation, .noSuchCase, .pushReused, .eventTypeNotTaken, .caseFull])
}

extension Description {
    private static let citizen = Schema.object(
        "Wiens zaak het is.", isClosed: true,
        [.required("type", .text("De soort nummer.", values: ["BSN"])), .required("waarde", .bsn)]
    ).named("Betrokkene")

    private static let step = Schema.object(
        "Wat de betrokkene nu moet doen.", isClosed: true,
        [
            .required("omschrijving", .text("Wat.", length: 1...200, pattern: withoutNull)),
            .optional("uiterlijk", .day("De laatste dag.")),
        ]
    ).named("StapVoorU")

    private static let stateName = Schema.text(
        "Hoe de zaak staat.", values: ["open", "opgeschort", "afgesloten"])

    private static let details: [Schema.Property] = [
        .optional("toelichting", .text("Wat u erover wilt zeggen.", length: 0...4_000, pattern: withoutNull)),
        .optional(
            "kenmerk", .text("Uw kenmerk; de betrokkene ziet het.", length: 1...40, pattern: withoutNull)),
        .optional("startdatum", .day("Wanneer de zaak begon.")),
        .optional("verwachteEinddatum", .day("Wanneer de zaak naar verwachting klaar is.")),
        .optional("resultaat", .text("Wat eruit kwam.", length: 1...200, pattern: withoutNull)),
        .optional("stapVoorU", step),
    ]

    private static let whole = Schema.object(
        "Een zaak in haar geheel.", isClosed: true,
        [
            .required("betrokkene", citizen),
            .required("zaaktype", .text("De soort zaak, in woorden.", length: 1...128, pattern: withoutNull)),
            .required(
                "omschrijving", .text("Waar de zaak over gaat.", length: 1...128, pattern: withoutNull)),
            .required("status", stateName),
            .required("gewijzigdOp", .moment("Wanneer dit bij u zo werd.")),
        ] + details
    ).named("Zaak")

    private static let wholeExample: Node = [
        "betrokkene": ["type": "BSN", "waarde": "999990019"], "zaaktype": "Omgevingsvergunning",
        "omschrijving": "Dakkapel aan de voorkant", "status": "open",
        "gewijzigdOp": "2026-10-05T09:00:00Z",
    ]

    private static let status = Schema.object(
        "Een status van een zaak.", isClosed: true,
        [
            .required("statusId", .text("Uw eigen id van deze status.", pattern: Parameter.caseIDPattern)),
            .required("tijdstip", .moment("Wanneer dit bij u gebeurde.")),
            .required("omschrijving", .text("Wat er gebeurde.", length: 1...128, pattern: withoutNull)),
            .optional("toelichting", .text("Wat het betekent.", length: 0...1_000, pattern: withoutNull)),
            .optional("status", stateName), .optional("stapVoorU", step),
        ]
    ).named("Zaakstatus")

    private static let receipt = Schema.object(
        "Wat er van is geworden.",
        [
            .required("zaakId", .text("Uw eigen id.")),
            .required("ontvangenOp", .moment("Wanneer het de eerste keer binnenkwam.")),
            .required("verouderd", .flag("Of er al iets nieuwers was: dan staat het alleen in het verloop.")),
        ]
    ).named("Zaakontvangst")

    private static let state = Schema.object(
        "Hoe een zaak hier staat.",
        [
            .required("zaakId", .text("Uw eigen id.")),
            .required(
                "status",
                .text("Hoe de zaak staat.", values: ["open", "opgeschort", "afgesloten", "verwijderd"])),
            .required("gewijzigdOp", .moment("Wanneer er bij u het laatst iets veranderde.")),
            .required("ontvangenOp", .moment("Wanneer de zaak hier binnenkwam.")),
        ]
    ).named("Zaakstand")

    private static let event = Schema.object(
        "Een gebeurtenis in een zaak.",
        [
            .required("specversion", .text("De versie van CloudEvents.", values: ["1.0"])),
            .required("id", .text("Het id binnen de bron.", length: 1...128, pattern: withoutNull)),
            .required(
                "source",
                .text(
                    "De bron: urn:nld:oin:<OIN>:systeem:<naam>.", length: 1...256,
                    pattern: #"^urn:nld:oin:[0-9]{20}:systeem:[A-Za-z0-9._-]+$"#)),
            .required(
                "type",
                .text(
                    "De soort, zoals nl.overheid.zaken.zaak-geopend.", length: 1...256,
                    pattern: withoutNull)),
            .required("subject", .text("Uw id van de zaak.", pattern: Parameter.caseIDPattern)),
            .required("time", .moment("Wanneer het bij u gebeurde.")),
            .optional(
                "data",
                .object(
                    "De velden van een zaak; voor een zaak die hier bekend is, hoeft er geen enkel.",
                    [
                        .optional("betrokkene", citizen),
                        .optional(
                            "zaaktype",
                            .text("De soort zaak, in woorden.", length: 1...128, pattern: withoutNull)),
                        .optional(
                            "omschrijving",
                            .text("Waar de zaak over gaat.", length: 1...128, pattern: withoutNull)),
                    ] + details)),
        ]
    ).named("Gebeurtenis")

    private static let eventExample: Node = [
        "specversion": "1.0", "id": "8e1c", "source": "urn:nld:oin:00000099000000001000:systeem:zaken",
        "type": "nl.overheid.zaken.zaak-afgesloten", "subject": "2026-OV-0117",
        "time": "2026-10-05T09:00:00Z",
    ]

    /// One answer, or a line for each of a batch; which one follows from what was sent.
    private static let taken = Schema.anything(
        "Van één gebeurtenis: id, source, zaakId, ontvangenOp en verouderd. Van een reeks: resultaten, "
            + "met per regel het nummer en de gebeurtenis of het probleem."
    ).named("Gebeurtenisontvangst")
}

extension Description {
    static func listOwnCases(standard: Int) -> Description {
        Description(
            "toonMijnZaken", in: .cases, "Bekijk uw zaken",
            text: "De lopende zaken eerst, die waarbij u iets moet doen bovenaan; dan de afgesloten zaken.",
            parameters: [
                .query(
                    "na", "De plek waarna de pagina begint, zoals volgende die geeft.", .text("Een plek.")),
                .query(
                    "limiet", "Hoeveel afgesloten zaken de pagina hoogstens heeft.",
                    .number("Aantal.", 1...CaseReader.pageLimit, standard: standard)),
            ],
            answers: [.json(200, "Een pagina van de lijst.", .page(of: own, named: "MijnZakenpagina"))],
            condition: .onReading)
    }

    static let showOwnCase = Description(
        "toonMijnZaak", in: .cases, "Bekijk een zaak van u", text: "Met wat er is gebeurd, oudste eerst.",
        parameters: [.id("Het id uit de lijst.")], answers: [.json(200, "De zaak.", own)],
        condition: .onReading, problems: [.notFound])

    private static let own = Schema.object(
        "Een zaak van u.",
        [
            .required("id", .guid("Het id.")),
            .required("organisatie", .text("Wie de zaak behandelt.")),
            .required("zaaktype", .text("De soort zaak.")),
            .required("omschrijving", .text("Waar de zaak over gaat.")), .required("status", stateName),
            .required("gewijzigdOp", .moment("Wanneer er het laatst iets veranderde.")),
            .optional("verloop", .list(of: moment, "Wat er is gebeurd.")),
        ] + details
    ).named("MijnZaak")

    private static let moment = Schema.object(
        "Iets dat gebeurde.",
        [
            .required("soort", .text("Wat voor gebeurtenis.")), .required("tijdstip", .moment("Wanneer.")),
            .optional("omschrijving", .text("Wat er gebeurde.")),
            .optional("toelichting", .text("Wat het betekent.")),
        ]
    ).named("Zaakmoment")
}

extension Parameter {
    static let caseIDPattern = "^[A-Za-z0-9._-]{1,64}$"

    fileprivate static let caseID = Parameter.path(
        "zaakId", "Uw eigen id van de zaak; nooit een BSN.",
        .text("Letters, cijfers, punten en streepjes.", pattern: caseIDPattern, example: "2026-OV-0117"))
}
