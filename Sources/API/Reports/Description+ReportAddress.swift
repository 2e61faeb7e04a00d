import MessageBox
import OpenAPI
import Routes

extension Description {
    static let showReportAddress = Description(
        "toonAfleverpunt", in: .reports, "Vraag waar uw verwerkingsberichten worden afgeleverd",
        text: "Het geheim staat alleen in het antwoord op het instellen.",
        answers: [.json(200, "Uw afleverpunt.", address)], condition: .onReading,
        problems: [.noReportAddress])

    static let setReportAddress = Description(
        "stelAfleverpuntIn", in: .reports, "Laat verwerkingsberichten bij u afleveren",
        text: """
            Elk verwerkingsbericht wordt met POST naar dit adres gestuurd. Antwoord binnen vijf seconden met \
            een status van 200 tot en met 299; anders wordt het opnieuw aangeboden, tot zes dagen na de \
            eerste keer, onder hetzelfde id (Peil-Aflevering). Daarna blijft het klaarstaan om op te halen.

            Elke aanroep geeft een nieuw geheim. Daarmee is te controleren wie afleverde: de header \
            Peil-Handtekening is t=<seconden>,v1=<hex>, met als waarde de HMAC-SHA256 over de seconden, een \
            punt en de inhoud. Staat er al een afleverpunt, stuur dan If-Match mee.
            """,
        parameters: [.ifMatch], body: [.json(request)], bodyBytesLimit: ReportAddressRequest.bytesLimit,
        answers: [.json(200, "Uw afleverpunt, met het geheim.", newAddress, headers: [.entityTag])],
        problems: [.versionDiffers, .versionMissing])

    static let removeReportAddress = Description(
        "verwijderAfleverpunt", in: .reports, "Haal verwerkingsberichten voortaan zelf op",
        text: "Wat nog niet is afgeleverd, blijft klaarstaan om op te halen.", parameters: [.ifMatch],
        answers: [.none("Er is geen afleverpunt meer.")],
        problems: [.noReportAddress, .versionDiffers, .versionMissing])

    private static let url = Schema.text(
        "Een https-adres dat van buiten bereikbaar is, zonder gebruiker en zonder #.", length: 9...2_000,
        format: "uri", example: "https://ontvanger.example/verwerkingsberichten")

    private static let form = Schema.text(
        "Hoe: als BerichtVerwerkResponse, of als CloudEvent.",
        values: ReportAddress.Form.allCases.map(\.rawValue))

    private static let request = Schema.object(
        "Waar en hoe verwerkingsberichten worden afgeleverd.", isClosed: true,
        [.required("url", url), .required("vorm", form)]
    ).named("Afleverpuntverzoek")

    private static let fields: [Schema.Property] = [
        .required("url", url), .required("vorm", form),
        .required("gewijzigdOp", .moment("Wanneer het is ingesteld.")),
    ]

    private static let address = Schema.object("Een afleverpunt.", fields).named("Afleverpunt")

    private static let newAddress = Schema.object(
        "Een afleverpunt met zijn geheim.",
        fields + [
            .required(
                "geheim", .text("Bewaar het: het wordt niet nog een keer getoond.", length: 64...64))
        ]
    ).named("NieuwAfleverpunt")

    static let push = Schema.object(
        "Hoe het met het afleveren staat; ontbreekt zonder afleverpunt.",
        [
            .required(
                "status",
                .text("De stand.", values: ["wacht", "afgeleverd", "niet-afgeleverd", "ingetrokken"])),
            .required("pogingen", .number("Hoe vaak het is aangeboden.", 0...Int.max)),
            .optional("laatstePogingOp", .moment("Wanneer het voor het laatst is aangeboden.")),
            .optional("uitkomst", .text("Waarom de laatste poging mislukte.", example: "status-503")),
            .optional("beeindigdOp", .moment("Wanneer het is afgeleverd, of niet meer wordt aangeboden.")),
        ]
    ).named("Aflevering")
}

extension Parameter {
    fileprivate static let ifMatch = Parameter.header(
        "If-Match", "De ETag van wat u het laatst hebt opgehaald; nodig als er al een afleverpunt is.",
        .text("Een of meer ETags."))
}
