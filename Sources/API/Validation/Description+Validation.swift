import MessageBox
import OpenAPI
import Routes

extension Description {
    static let validation = Description(
        "valideer", in: .validation, "Vraag wie een bericht van dit type zou ontvangen",
        text: """
            Voor hoogstens \(ValidationRequest.numbersLimit) burgerservicenummers tegelijk, in de volgorde \
            van de vraag. berichtSturen zegt niet waarom niet: geen berichtenbox, of niet geabonneerd.
            """,
        body: [.json(question, example: ["berichttype": "WATER", "bsns": ["999990019", "999990020"]])],
        bodyBytesLimit: ValidationRequest.bytesLimit,
        answers: [
            .json(
                200, "Per nummer of een bericht aankomt.", answer,
                example: ["resultaten": [["bsn": "999990019", "berichtSturen": true]]])
        ],
        problems: [.messageTypeNotSupported, .notYourOrganisation])

    private static let question = Schema.object(
        "Een vraag aan de validatieservice.", isClosed: true,
        [
            .required("berichttype", .messageTypeCode),
            .required(
                "bsns", .list(of: .bsn, "De nummers.", count: 1...ValidationRequest.numbersLimit)),
        ]
    ).named("Validatieverzoek")

    private static let answer = Schema.object(
        "Het antwoord van de validatieservice.",
        [.required("resultaten", .list(of: line, "Per nummer, in de volgorde van de vraag."))]
    ).named("Validatieantwoord")

    private static let line = Schema.object(
        "Het antwoord over één nummer.",
        [
            .required("bsn", .bsn),
            .required("berichtSturen", .flag("Of een bericht van dit type nu zou aankomen.")),
        ]
    ).named("Validatieresultaat")
}

extension Content {
    static func json(_ schema: Schema, example: Node? = nil) -> Content {
        Content("application/json", schema, example: example)
    }
}
