import MessageBox
import OpenAPI
import Routes

extension Description {
    static let askSubscriptions = Description(
        "vraagAbonnementen", in: .subscriptions, "Vraag op wie uw berichten wil ontvangen",
        text: """
            Drie soorten: alles, een bsnLijst van hoogstens \(SubscriptionQuestion.numbersLimit) nummers, \
            of de \
            mutaties vanaf een moment. De vraag wordt in het nachtvenster beantwoord; verwachtOp zegt \
            uiterlijk \
            wanneer.
            """,
        parameters: [.idempotencyKey],
        body: [.json(question, example: ["soort": "mutaties", "vanaf": "2026-10-05T09:00:00+02:00"])],
        bodyBytesLimit: SubscriptionQuestion.bytesLimit,
        answers: [.json(202, "De aanvraag is bewaard.", state, headers: [.location])],
        problems: [.nightsFull, .idempotencyKeyReused, .notYourOrganisation])

    static let showSubscriptions = Description(
        "toonAbonnementaanvraag", in: .subscriptions, "Vraag hoe het met een aanvraag staat",
        text: "resultaat staat erbij zodra het opgehaald kan worden.",
        parameters: [.id("Het id uit het antwoord op de aanvraag.")],
        answers: [.json(200, "De stand van de aanvraag.", state)], condition: .onReading,
        problems: [.noSubscriptionRequest])

    static let subscriptionLines = Description(
        "haalAbonnementenOp", in: .subscriptions, "Haal het resultaat van een aanvraag op",
        text: """
            Een JSON-object per regel, ingepakt met gzip: bsn, en bij mutaties de status (actief of inactief).
            """,
        parameters: [.id("Het id uit het antwoord op de aanvraag.")],
        answers: [
            Answer(
                200, "Het resultaat, regel voor regel.", headers: [.contentEncoding],
                [Content("application/x-ndjson", .file("Regels zoals {\"bsn\":\"999990019\"}."))])
        ],
        problems: [.noSubscriptionRequest, .notFinished, .requestFailed, .resultGone])

    private static let kind = Schema.text(
        "Wat u vraagt.", values: ["alles", "bsnLijst", "mutaties"]
    ).named("Abonnementsoort")

    private static let question = Schema.one(of: [
        asked("alles", "Iedereen die uw berichten wil.", []),
        asked(
            "bsnLijst", "Wie van deze nummers uw berichten wil.",
            [
                .required(
                    "bsns", .list(of: .bsn, "De nummers.", count: 1...SubscriptionQuestion.numbersLimit))
            ]),
        asked(
            "mutaties", "Wat er veranderd is.",
            [.required("vanaf", .moment("Vanaf dit moment, dat moment inbegrepen; niet in de toekomst."))]),
    ]).named("Abonnementvraag")

    private static func asked(_ kind: String, _ about: String, _ more: [Schema.Property]) -> Schema {
        .object(about, isClosed: true, [.required("soort", .text("De soort.", values: [kind]))] + more)
            .named("Vraag" + kind.prefix(1).uppercased() + kind.dropFirst())
    }

    private static let state = Schema.object(
        "De stand van een aanvraag.",
        [
            .required("id", .guid("Het id.")), .required("soort", kind),
            .optional("vanaf", .moment("Zoals gevraagd.")),
            .required("status", .text("De stand.", values: ["wacht", "loopt", "gereed", "mislukt"])),
            .required("gevraagdOp", .moment("Wanneer de aanvraag binnenkwam.")),
            .required("startOp", .moment("Niet eerder dan dit moment.")),
            .required("verwachtOp", .moment("Uiterlijk op dit moment gereed.")),
            .optional("gestartOp", .moment("Wanneer het begon.")),
            .optional("gereedOp", .moment("Wanneer het klaar was.")),
            .optional("aantal", .number("Hoeveel regels het resultaat heeft.", 0...Int.max)),
            .optional("volledigTot", .moment("Vraag de volgende mutaties vanaf dit moment.")),
            .optional("resultaat", .text("Waar het resultaat staat.")),
        ]
    ).named("Abonnementaanvraag")
}

extension Header {
    fileprivate static let contentEncoding = Header(
        "Content-Encoding", "Hoe het is ingepakt.", .text("Altijd gzip.", values: ["gzip"]))
}
