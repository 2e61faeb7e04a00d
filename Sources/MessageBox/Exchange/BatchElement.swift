import XML

enum BatchNamespace {
    static let batch = "http://schemas.rdw.nl/GEB/BerichtVerwerkService/Types/2009/01"
    static let message = "http://schemas.rdw.nl/GEB/BerichtenProsessor/Bericht/Types/2009/01"
    static let result = "http://schemas.rdw.nl/GEB/BerichtVerwerkService/BerichtResultaat/Types/2009/01"
}

/// The elements of a batch, under their names in the schema. The raw value is the place in the parser's
/// vocabulary.
enum BatchElement: Int, CaseIterable, Sendable {
    case berichten, batchInformatie, batchID, aanmaakDatum, berichtLeverancierID
    case bericht
    case berichtInformatie, messageBatchID, berichtID, berichtType, publicatieDatum,
        eindDatumHandelingsTermijn,
        onderwerp, berichtTekst, referentie, gebruikerID, soortGebruiker
    case bijlagen, bijlage, inhoud, bijlageType, omschrijving, volgorde

    static let vocabulary = allCases.map { element in
        QualifiedName(
            element.localName,
            in: element.isOfMessage ? BatchNamespace.message : BatchNamespace.batch)
    }

    var localName: String {
        if self == .messageBatchID { return "BatchID" }
        let name = "\(self)"
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// Whether the element is a `Bericht` or stands in one. What is wrong there is the fault of one message;
    /// what is wrong elsewhere refuses the batch.
    var isOfMessage: Bool { rawValue >= BatchElement.bericht.rawValue }
}

/// What may stand in an element: elements in one fixed order, or text.
enum SchemaContent: Sendable {
    case sequence([SchemaParticle])
    case value(ValueRule)
}

struct SchemaParticle: Sendable {
    let element: BatchElement
    let minimum: Int
    let maximum: Int

    static func one(_ element: BatchElement) -> SchemaParticle {
        SchemaParticle(element: element, minimum: 1, maximum: 1)
    }

    static func optional(_ element: BatchElement) -> SchemaParticle {
        SchemaParticle(element: element, minimum: 0, maximum: 1)
    }
}

/// What a text must be.
enum ValueRule: Sendable {
    case guid
    case text(TextLimit)
    case exactly(String)
    case dateTime
    case integer
    case base64
}

extension BatchElement {
    /// The content of each element: `batch-request.xsd` and `batch-request-types.xsd`, line by line.
    var content: SchemaContent { Self.contents[rawValue] }

    private static let contents = allCases.map(content(of:))

    private static func content(of element: BatchElement) -> SchemaContent {
        switch element {
        case .berichten:
            .sequence([
                .one(.batchInformatie),
                SchemaParticle(element: .bericht, minimum: 1, maximum: MessageLimits.messagesInBatch),
            ])
        case .batchInformatie: .sequence([.one(.batchID), .one(.aanmaakDatum), .one(.berichtLeverancierID)])
        case .bericht: .sequence([.one(.berichtInformatie), .optional(.bijlagen)])
        case .berichtInformatie:
            .sequence([
                .one(.messageBatchID), .one(.berichtID), .one(.berichtType), .optional(.publicatieDatum),
                .optional(.eindDatumHandelingsTermijn), .one(.onderwerp), .optional(.berichtTekst),
                .optional(.referentie), .one(.gebruikerID), .one(.soortGebruiker),
            ])
        case .bijlagen:
            .sequence([SchemaParticle(element: .bijlage, minimum: 1, maximum: MessageLimits.attachments)])
        case .bijlage:
            .sequence([.one(.inhoud), .one(.bijlageType), .one(.omschrijving), .one(.volgorde)])
        case .batchID, .messageBatchID, .berichtID: .value(.guid)
        case .berichtLeverancierID: .value(.text(MessageLimits.supplierID))
        case .berichtType: .value(.text(MessageLimits.typeCode))
        case .aanmaakDatum, .publicatieDatum, .eindDatumHandelingsTermijn: .value(.dateTime)
        case .onderwerp: .value(.text(MessageLimits.subject))
        case .berichtTekst: .value(.text(MessageLimits.text))
        case .referentie: .value(.text(MessageLimits.reference))
        case .gebruikerID: .value(.text(MessageLimits.recipient))
        case .soortGebruiker: .value(.exactly("Burger"))
        case .inhoud: .value(.base64)
        case .bijlageType: .value(.exactly("Pdf"))
        case .omschrijving: .value(.text(MessageLimits.attachmentDescription))
        case .volgorde: .value(.integer)
        }
    }
}
