import MessageBox
import OpenAPI
import Routes

extension Description {
    static func acceptMessage(_ limits: DeliveryLimits) -> Description {
        Description(
            "leverAan", in: .deliveries, "Lever een bericht aan",
            text: """
                Het bericht wordt op vorm gecontroleerd en bewaard voordat het antwoord komt; de rest \
                volgt in het verwerkingsbericht, dat onder het eigen berichtId staat. Hetzelfde bericht \
                nog een keer geeft hetzelfde antwoord en komt één keer aan.

                Hoogstens \(MessageLimits.attachments) bijlagen, samen hoogstens \(limits.attachmentBytes) \
                bytes vóór base64. Publicatie ten hoogste \(limits.dateRangeSeconds / 86_400) dagen vooruit.
                """,
            parameters: [.idempotencyKey],
            body: [.json(message, example: example)], bodyBytesLimit: Delivery.messageBytesLimit,
            answers: [
                .json(202, "Het bericht is bewaard en wordt verwerkt.", receipt, headers: [.location])
            ],
            problems: [.idempotencyKeyReused, .notYourOrganisation])
    }

    static let showDelivery = Description(
        "toonAanlevering", in: .deliveries, "Vraag wat er van een aangeleverd bericht is geworden",
        text: "Zolang het bericht wacht, is de status geparkeerd; daarna verwerkt of afgewezen, met de code.",
        parameters: [.id("Het id uit het antwoord op de aanlevering.")],
        answers: [.json(200, "De stand van het bericht.", state)], condition: .onReading,
        problems: [.notFound])

    private static let example: Node = [
        "berichtId": "0b5a1c52-7e0f-4a43-9d7b-000000000001", "berichttype": "WATER",
        "ontvanger": ["type": "BSN", "waarde": "999990019"], "onderwerp": "Uw aanslag",
        "tekst": "Uw aanslag staat klaar.", "referentie": "2026-0001",
        "publicatiedatum": "2026-10-05T09:00:00+02:00",
    ]

    private static let recipient = Schema.object(
        "Voor wie het bericht is.", isClosed: true,
        [
            .required("type", .text("De soort nummer.", values: ["BSN"])), .required("waarde", .bsn),
        ]
    ).named("Ontvanger")

    private static let base64 =
        "^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{2}==)$"

    private static let attachment = Schema.object(
        "Een bijlage.", isClosed: true,
        [
            .required("omschrijving", .text("Wat het is.", MessageLimits.attachmentDescription)),
            .required("mediatype", .text("De soort bestand.", values: ["application/pdf"])),
            .required("inhoud", .text("Het bestand in base64.", pattern: base64, format: "byte")),
        ]
    ).named("Bijlage")

    private static let message = Schema.object(
        "Een bericht voor de berichtenbox.", isClosed: true,
        [
            .required("berichtId", .guid("Uw eigen id: een nieuwe GUID per bericht.")),
            .required("berichttype", .messageTypeCode),
            .required("ontvanger", recipient),
            .required("onderwerp", .text("Het onderwerp.", MessageLimits.subject)),
            .required("tekst", .text("De tekst.", MessageLimits.text)),
            .optional("referentie", .text("Uw kenmerk; de burger ziet het.", MessageLimits.reference)),
            .optional("publicatiedatum", .moment("Vanaf wanneer het zichtbaar is; zonder: meteen.")),
            .optional(
                "eindDatumHandelingstermijn", .moment("Het laatste moment waarop de burger kan handelen.")),
            .optional(
                "bijlagen", .list(of: attachment, "De bijlagen.", count: 0...MessageLimits.attachments)),
        ]
    ).named("Bericht")

    private static let receipt = Schema.object(
        "De ontvangstbevestiging.",
        [
            .required("id", .guid("Het id van de aanlevering.")),
            .required("berichtId", .guid("Uw eigen id.")),
            .required("status", .text("De stand.", values: ["geparkeerd"])),
        ]
    ).named("Ontvangstbevestiging")

    private static let state = Schema.object(
        "De stand van een aangeleverd bericht.",
        [
            .required("id", .guid("Het id van de aanlevering.")),
            .required("berichtId", .guid("Uw eigen id.")),
            .required("status", .text("De stand.", values: ["geparkeerd", "verwerkt", "afgewezen"])),
            .optional("verwerkingscode", .processingCode),
            .optional("stadium", .stage),
            .required("ontvangenOp", .moment("Wanneer het binnenkwam.")),
            .optional("verwerktOp", .moment("Wanneer het verwerkt is.")),
        ]
    ).named("Aanlevering")
}

extension Schema {
    static let processingCode = Schema.text(
        "Wat er van het bericht is geworden.", values: ProcessingCode.allCases.map(\.rawValue)
    ).named("Verwerkingscode")

    static let stage = Schema.text(
        "De stap waarin het is afgewezen; NA als er niets aan de hand was.",
        values: Stage.allCases.map(\.rawValue)
    ).named("Stadium")

    static func text(_ about: String, _ limit: TextLimit) -> Schema {
        .text(about, length: limit.minimum...(limit.maximum ?? Int(Int32.max)))
    }
}

extension Parameter {
    static let idempotencyKey = Parameter.header(
        "Idempotency-Key",
        "Staat voor één verzoek: dezelfde sleutel met dezelfde inhoud geeft het eerste antwoord opnieuw, "
            + "met andere inhoud een conflict.",
        .text("Een sleutel die u zelf kiest.", length: 1...IdempotencyKey.bytesLimit))
}
