import OpenAPI
import Routes

extension Description {
    static let showPreferences = Description(
        "toonVoorkeuren", in: .preferences, "Bekijk uw voorkeuren",
        text: """
            Van welke organisaties en welke soorten berichten u digitale post wilt, en hoe u hoort dat er \
            post is. Een berichttype zonder gewenst volgt de organisatie; een organisatie zonder gewenst is \
            niet gekozen en stuurt niets.
            """,
        answers: [.json(200, "De voorkeuren.", preferences)], condition: .onReading)

    static let changePreferences = Description(
        "wijzigVoorkeuren", in: .preferences, "Wijzig uw voorkeuren",
        text: """
            Een merge-patch (RFC 7396): wat u weglaat, blijft zoals het is. null bij een berichttype neemt \
            de eigen keuze weg, null bij uur betekent meteen bericht. Het e-mailadres wijzigt u op de site, \
            met een code die daarheen wordt gestuurd.
            """,
        body: [
            Content(
                "application/merge-patch+json", patch,
                example: ["organisaties": ["00000099000000001000": ["gewenst": true]]])
        ],
        bodyBytesLimit: Interfaces.preferenceBytesLimit,
        answers: [.json(200, "De voorkeuren zoals ze nu zijn.", preferences)], condition: .onChanging)

    private static let organisations = Schema.anything(
        "Per OIN: naam, gewenst, gewijzigdOp en berichttypes; daarin per code: naam en gewenst.")
    private static let hour = Schema.number(
        "Het uur van het dagelijkse overzicht in Nederlandse tijd; zonder uur meteen.", 0...23)
    private static let language = Schema.text("De taal van pagina's en mail.", values: ["nl", "en"])

    private static let preferences = Schema.object(
        "Uw voorkeuren.",
        [
            .required("organisaties", organisations),
            .required(
                "melding",
                .object(
                    "Hoe u hoort dat er post is.",
                    [
                        .required("email", .flag("Of u mail krijgt.")),
                        .required("apparaten", .flag("Of uw apparaten een melding krijgen.")),
                        .optional("uur", hour),
                    ])),
            .optional("taal", language),
            .optional(
                "emailadres",
                .object(
                    "Waar mail heen gaat; alleen te lezen.",
                    [
                        .required("adres", .text("Het adres.", format: "email")),
                        .optional("bevestigdOp", .moment("Wanneer het is bevestigd.")),
                        .optional("onbereikbaarSinds", .moment("Sinds wanneer mail niet aankomt.")),
                    ])),
        ]
    ).named("Voorkeuren")

    private static let patch = Schema.object(
        "Wat er wijzigt.", isClosed: true,
        [
            .optional("organisaties", organisations),
            .optional("melding", .anything("email, apparaten en uur.")), .optional("taal", language),
        ]
    ).named("Voorkeurenwijziging")
}
