import MessageBox
import OpenAPI
import Routes

extension Description {
    static func listReports(limit: Int, standard: Int) -> Description {
        Description(
            "toonVerwerkingsberichten", in: .reports, "Haal de lijst van verwerkingsberichten op",
            text:
                "In de volgorde waarin ze zijn gemaakt. Bewaar het laatste volgnummer en vraag dan verder.",
            parameters: Parameter.paging(
                after: "Het volgnummer van het laatste dat u al hebt.", limit: 1...limit, standard: standard),
            answers: [
                .json(
                    200, "Een pagina van de lijst.",
                    .page(of: summary, named: "Verwerkingsberichtenpagina"))
            ], condition: .onReading)
    }

    static let showReport = Description(
        "toonVerwerkingsbericht", in: .reports, "Haal een verwerkingsbericht op",
        text: "De tellingen van de batch en een regel per bericht, met de namen uit het schema.",
        parameters: [.id("Het id uit de lijst.")],
        answers: [.json(200, "Het verwerkingsbericht.", report)], condition: .onReading,
        problems: [.noReport])

    static let confirmReport = Description(
        "bevestigOntvangst", in: .reports, "Bevestig dat u een verwerkingsbericht hebt",
        text: "Nog een keer bevestigen verandert niets.", parameters: [.id("Het id uit de lijst.")],
        answers: [.none("De ontvangst is genoteerd.")], problems: [.noReport])

    private static let count = Schema.number("Een aantal berichten.", 0...MessageLimits.messagesInBatch)

    private static let summary = Schema.object(
        "Een verwerkingsbericht in het kort.",
        [
            .required("id", .guid("Het id.")), .required("batchId", .guid("De batch, of het bericht.")),
            .required("volgnummer", .number("Loopt op met elk verwerkingsbericht.", 1...Int.max)),
            .required("aantalVerwerkt", count), .required("aantalAfgewezen", count),
            .required("aangebodenOp", .moment("Vanaf wanneer het er is.")),
            .optional("ontvangstBevestigdOp", .moment("Wanneer u de ontvangst hebt bevestigd.")),
            .optional("aflevering", push),
        ]
    ).named("VerwerkingsberichtInHetKort")

    private static let counters = [
        "totaalAantalOntvangenBerichten", "aantalBerichtenSuccesvolVerwerkt",
        "aantalBerichtenGeenActieveBoxOfGeabonneertOpLeverancier", "aantalBerichtenMetTechnischProbleem",
        "aantalBerichtenBerichtTypeNietCorrect", "aantalBerichtenPublicatieDatumNietCorrect",
        "aantalBerichtenAanmaakDatumNietCorrect",
    ]

    private static let totals = Schema.object(
        "De tellingen van een batch; de namen zijn die van het schema.",
        [
            .required("berichtLeverancierCode", .text("De OIN.", example: "00000099000000001000")),
            .required("batchId", .guid("De batch, of het bericht.")),
        ] + counters.map { .required($0, count) } + [
            .required("datumOntvangen", .moment("Wanneer de batch binnenkwam.")),
            .required("datumVerwerkt", .moment("Wanneer de batch verwerkt was.")),
        ]
    ).named("BatchInformatie")

    private static let line = Schema.object(
        "Wat er van één bericht is geworden.",
        [
            .required("berichtId", .guid("Uw eigen id.")),
            .required("berichtType", .text("De code zoals u die stuurde.")),
            .required("verwerkingsCode", .processingCode), .required("stadium", .stage),
        ]
    ).named("Verwerkingsregel")

    private static let report = Schema.object(
        "Een verwerkingsbericht.",
        [
            .required("id", .guid("Het id.")),
            .required("volgnummer", .number("Zijn plek in de lijst.", 1...Int.max)),
            .required("batchInformatie", totals),
            .required("berichten", .list(of: line, "Een regel per bericht.")),
        ]
    ).named("Verwerkingsbericht")
}
