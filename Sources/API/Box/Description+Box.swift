import MessageBox
import OpenAPI
import Routes

extension Description {
    static let listMessages = Description(
        "toonMijnBerichten", in: .box, "Haal de berichten op die in een plaats van uw box staan",
        text: "Het nieuwste eerst. Wat nog niet gepubliceerd is, staat er niet bij.",
        parameters: [
            .query("plaats", "Waar de berichten staan; zonder: berichtenbox.", .boxPlace),
            .query("map", "Het id van de map, bij plaats map.", .boxFolderID),
            .query("ongelezen", "Alleen wat nog niet gelezen is.", .flag("Alleen ongelezen.")),
            .query("na", "De plek uit volgende van de vorige pagina.", .text("Een plek in de lijst.")),
            .query(
                "limiet", "Hoeveel onderdelen de pagina hoogstens heeft.",
                .number("Aantal.", 1...Mailbox.pageLimit, standard: BoxRequest.standardLimit)),
        ],
        answers: [.json(200, "Een pagina.", .page(of: summary, named: "Berichtenpagina"))],
        condition: .onReading)

    static let showMessage = Description(
        "toonMijnBericht", in: .box, "Haal een bericht op",
        text: "Ophalen markeert niet als gelezen: doe dat met een wijziging, als iemand het ziet.",
        parameters: [.id("Het id uit de lijst.")],
        answers: [.json(200, "Het bericht.", message)], condition: .onReading, problems: [.notFound])

    static let arrangeMessage = Description(
        "wijzigMijnBericht", in: .box, "Markeer of verplaats een bericht",
        text: "Wat niet genoemd wordt, blijft zo. Naar de prullenbak is verwijderen; terug kan 30 dagen.",
        parameters: [.id("Het id uit de lijst.")],
        body: [Content("application/merge-patch+json", change), .json(change)],
        bodyBytesLimit: BoxRequest.bytesLimit,
        answers: [.json(200, "Hoe het bericht er nu bij staat.", arrangement, headers: [.entityTag])],
        condition: .onChanging, problems: [.notFound])

    static let eraseMessage = Description(
        "wisMijnBericht", in: .box, "Wis een bericht uit de prullenbak",
        text: "Voorgoed, met zijn bijlagen. Wat ergens anders staat, moet eerst naar de prullenbak.",
        parameters: [.id("Het id uit de lijst.")], answers: [.none("Het bericht is gewist.")],
        problems: [.notFound, .notInBin])

    static let sendAttachment = Description(
        "haalMijnBijlage", in: .box, "Haal een bijlage op", text: "Toon haar niet als pagina van uzelf.",
        parameters: [
            .id("Het id van het bericht."), .path("nummer", "1 of 2.", .number("Het nummer.", 1...2)),
        ],
        answers: [Answer(200, "De bijlage.", [Content("application/pdf", .file("Een PDF."))])],
        problems: [.notFound])

    static let arrangeMessages = Description(
        "wijzigMijnBerichten", in: .box, "Markeer of verplaats een aantal berichten tegelijk",
        text: "Alle, of geen enkel als er één niet in uw box staat.",
        body: [.json(selection)], bodyBytesLimit: BoxRequest.bytesLimit,
        answers: [.none("De berichten zijn gewijzigd.")], problems: [.notFound])

    static let searchMessages = Description(
        "zoekInMijnBerichten", in: .box, "Zoek in uw berichten",
        text: """
            In onderwerp, kenmerk, afzender en tekst; alle woorden moeten voorkomen, zonder hoofdletters en \
            accenten. Een woord van drie letters of meer mag het begin van een woord zijn. Met POST, omdat \
            zoekwoorden niet in een adres horen. Is volledig onwaar, dan vindt dezelfde vraag straks meer.
            """,
        body: [.json(search)], bodyBytesLimit: BoxRequest.bytesLimit,
        answers: [.json(200, "Wat er gevonden is.", findings)])

    private static let placeFields: [Schema.Property] = [
        .required("gelezen", .flag("Of het gelezen is.")), .required("plaats", .boxPlace),
        .optional("map", .boxFolderID),
    ]

    private static let headingFields: [Schema.Property] =
        [
            .required("id", .guid("Het id.")), .required("afzender", .text("De organisatie.")),
            .required("onderwerp", .text("Het onderwerp.")),
            .optional("kenmerk", .text("Het kenmerk van de afzender.")),
            .required("gepubliceerdOp", .moment("Vanaf wanneer het zichtbaar is.")),
            .optional("eindDatumHandelingstermijn", .moment("Het laatste moment om te handelen.")),
        ] + placeFields

    private static let summary = Schema.object(
        "Een bericht in het kort.",
        headingFields + [.required("aantalBijlagen", .number("Aantal bijlagen.", 0...2))]
    ).named("BerichtInHetKort")

    private static let file = Schema.object(
        "Een bijlage van een bericht in uw box.",
        [
            .required("nummer", .number("Het nummer.", 1...2)),
            .required("omschrijving", .text("Wat het is.")),
            .required("mediatype", .text("De soort bestand.", values: ["application/pdf"])),
            .required("aantalBytes", .number("De lengte.", 0...Int.max)),
        ]
    ).named("BijlageInBox")

    private static let message = Schema.object(
        "Een bericht in uw box.",
        headingFields + [
            .required("tekst", .text("De tekst, met regeleinden.")),
            .required("bijlagen", .list(of: file, "De bijlagen.")),
        ]
    ).named("BerichtInBox")

    private static let arrangement = Schema.object(
        "Hoe een bericht erbij staat.", [.required("id", .guid("Het id."))] + placeFields
    ).named("Berichtstand")

    private static let changeFields: [Schema.Property] = [
        .optional("gelezen", .flag("Of het gelezen is.")), .optional("plaats", .boxPlace),
        .optional("map", .boxFolderID),
    ]

    private static let change = Schema.object(
        "Wat er moet veranderen.", isClosed: true, changeFields
    ).named("Berichtwijziging")

    private static let selection = Schema.object(
        "Wat er aan een aantal berichten moet veranderen.", isClosed: true,
        [
            .required(
                "berichten",
                .list(of: .guid("Het id."), "De berichten.", count: 1...Mailbox.selectionLimit))
        ] + changeFields
    ).named("Bewerking")

    private static let search = Schema.object(
        "Wat er gezocht wordt.", isClosed: true,
        [
            .required("zoek", .text("De woorden.", length: 1...SearchQuestion.scalarLimit)),
            .optional("plaats", .boxPlace), .optional("map", .boxFolderID),
            .optional("na", .text("De plek uit het vorige antwoord.")),
            .optional(
                "limiet",
                .number("Aantal.", 1...Mailbox.pageLimit, standard: BoxRequest.standardLimit)),
        ]
    ).named("Zoekopdracht")

    private static let findings = Schema.object(
        "Wat er gevonden is.",
        [
            .required("items", .list(of: summary, "De berichten, het nieuwste eerst.")),
            .optional("na", .text("De plek voor de volgende pagina; ontbreekt op de laatste.")),
            .required("volledig", .flag("Of alles doorzocht is.")),
        ]
    ).named("Zoekresultaat")
}

extension Schema {
    fileprivate static let boxPlace = Schema.text(
        "Een plaats in uw box.", values: PlaceWord.allCases.map(\.rawValue)
    ).named("Plaats")

    static let boxFolderID = Schema.text("Het id van een map.", pattern: "^[0-9]{2,10}$", example: "4711")
}
