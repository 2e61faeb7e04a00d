import OpenAPI
import PersonalData
import Routes

extension Description {
    static let listSources = Description(
        "toonBronnen", in: .records, "Bekijk welke bronnen er zijn",
        text: "Bronnen bij wie u uw eigen gegevens kunt bekijken. Er wordt nog niets opgevraagd.",
        answers: [.json(200, "De bronnen.", .page(of: source, named: "Bronnenpagina"))],
        condition: .onReading)

    static let showRecords = Description(
        "toonMijnGegevens", in: .records, "Bekijk uw gegevens bij een bron",
        text: """
            Ze worden nu opgevraagd en niet bewaard. Geeft de bron geen goed antwoord, dan is dat een \
            probleem met nummer 1761.
            """,
        parameters: [.path("bron", "De naam uit de lijst.", .text("Een naam.", example: "brp"))],
        answers: [.json(200, "Uw gegevens; leeg als de bron niets over u heeft.", records)],
        problems: [.notFound, .sourceUnavailable])

    static func listLooks(limit: Int, standard: Int) -> Description {
        Description(
            "toonInzage", in: .records, "Bekijk wie uw gegevens heeft bekeken",
            text: "Nieuwste eerst: wanneer, welke organisatie, waarvoor. Nooit welke medewerker.",
            parameters: [
                .query("wie", "Wiens inzage.", .text("Wie.", values: ["alles", "organisaties", "uzelf"])),
                .query("na", "De plek waarna de pagina begint, zoals volgende die geeft.", .guid("Een id.")),
                .query(
                    "limiet", "Hoeveel regels de pagina hoogstens heeft.",
                    .number("Aantal.", 1...limit, standard: standard)),
            ], answers: [.json(200, "Een pagina van de lijst.", .page(of: look, named: "Inzagepagina"))])
    }

    private static let source = Schema.object(
        "Een bron van gegevens.",
        [
            .required("bron", .text("De naam in adressen.", example: "brp")),
            .required("naam", .text("Wat het is.")),
            .required(
                "houder",
                .object(
                    "Wie de gegevens bijhoudt.",
                    [.required("oin", .text("De OIN.")), .required("naam", .text("De naam."))])),
        ]
    ).named("Bron")

    private static let field = Schema.object(
        "Eén gegeven.",
        [
            .required("pad", .text("Waar het stond in het antwoord van de bron.")),
            .required("naam", .text("Wat het is.")),
            .optional("waarde", .text("Zoals de bron het schreef; ontbreekt als het niet bekend is.")),
        ]
    ).named("Gegeven")

    private static let records = Schema.object(
        "Uw gegevens bij een bron.",
        [
            .required("bron", source), .required("opgevraagdOp", .moment("Wanneer ze zijn opgevraagd.")),
            .required(
                "gegevens",
                .list(
                    of: .object("Eén stuk.", [.required("velden", .list(of: field, "De gegevens."))]),
                    "Een of meer stukken, zoals een per woning.")),
            .required("correctie", .text("Wat u doet als er iets niet klopt.")),
        ]
    ).named("MijnGegevens")

    private static let look = Schema.object(
        "Eén keer dat er iets met uw gegevens gebeurde.",
        [
            .required("id", .guid("Het id.")), .required("moment", .moment("Wanneer.")),
            .required("activiteit", .text("Wat er gebeurde.")), .required("doel", .text("Waarvoor.")),
            .required("uitkomst", .text("Of het doorging.", values: ["gegeven", "geweigerd", "mislukt"])),
            .required("doorUzelf", .flag("Of u het zelf was.")),
            .optional(
                "organisatie",
                .object(
                    "Welke organisatie vroeg, of werd gevraagd.",
                    [.required("oin", .text("De OIN.")), .optional("naam", .text("De naam."))])),
        ]
    ).named("Inzage")
}
