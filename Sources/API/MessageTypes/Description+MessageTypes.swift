import MessageBox
import OpenAPI
import Routes

extension Description {
    static let listTypes = Description(
        "toonBerichttypes", in: .messageTypes, "Haal uw berichttypes op",
        text: "Alle berichttypes van uw organisatie, op volgorde van de code.",
        answers: [.json(200, "De berichttypes.", .page(of: type, named: "Berichttypespagina"))],
        condition: .onReading)

    static let createType = Description(
        "maakBerichttype", in: .messageTypes, "Maak een berichttype",
        text: "De code is van uw organisatie en blijft altijd hetzelfde.",
        body: [
            .json(draft, example: ["code": "KWIJT", "titel": "Kwijtschelding", "gevoelig": true])
        ], bodyBytesLimit: Interfaces.typeBytesLimit,
        answers: [.json(201, "Het berichttype is gemaakt.", type, headers: [.location])],
        problems: [.messageTypeExists, .tooManyMessageTypes])

    static let showType = Description(
        "toonBerichttype", in: .messageTypes, "Haal een berichttype op",
        text: "De ETag van het antwoord hoort in If-Match als u het daarna wijzigt.",
        parameters: [.typeCode],
        answers: [.json(200, "Het berichttype.", type)], condition: .onReading, problems: [.notFound])

    static let changeType = Description(
        "wijzigBerichttype", in: .messageTypes, "Wijzig, activeer of deactiveer een berichttype",
        text: """
            Een merge patch: wat er niet in staat, blijft. Berichten van een type dat niet actief is, worden \
            afgewezen.
            """,
        parameters: [.typeCode],
        body: [Content("application/merge-patch+json", patch, example: ["actief": false])],
        bodyBytesLimit: Interfaces.typeBytesLimit,
        answers: [.json(200, "Het berichttype zoals het nu is.", type)], condition: .onChanging,
        problems: [.notFound])

    private static let title = Schema.text(
        "Wat voor post het is, voor de ontvanger.", length: 1...MessageType.titleLimit,
        pattern: #"^[^\s\u0000-\u001f\u007f-\u009f][^\u0000-\u001f\u007f-\u009f]*$"#,
        example: "Kwijtschelding")
    private static let active = Schema.flag("Of berichten van dit type worden aangenomen.")
    private static let sensitive = Schema.flag(
        "Of het onderwerp uit de melding aan de ontvanger blijft.")

    private static let type = Schema.object(
        "Een berichttype.",
        [
            .required("code", .messageTypeCode), .required("titel", title), .required("actief", active),
            .required("gevoelig", sensitive),
            .required("gewijzigdOp", .moment("Sinds wanneer het zo is.")),
        ]
    ).named("Berichttype")

    private static let draft = Schema.object(
        "Een nieuw berichttype; zonder actief is het dat, zonder gevoelig niet.", isClosed: true,
        [
            .required(
                "code",
                .text(
                    "De code waarmee uw systeem het noemt.", length: 1...MessageType.codeLimit,
                    pattern: "^[A-Za-z0-9_-]{1,8}$", example: "KWIJT")),
            .required("titel", title), .optional("actief", active), .optional("gevoelig", sensitive),
        ]
    ).named("NieuwBerichttype")

    private static let patch = Schema.object(
        "Wat er anders wordt.", isClosed: true,
        [.optional("titel", title), .optional("actief", active), .optional("gevoelig", sensitive)]
    ).named("Berichttypewijziging")
}

extension Parameter {
    fileprivate static let typeCode = Parameter.path(
        "code", "De code van het berichttype.", .messageTypeCode)
}
