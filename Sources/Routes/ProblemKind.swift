public import HTTPTypes

extension Problem {
    /// Every problem this product answers with. The numbers are stable: clients key on them.
    /// `docs/problems.md` lists them for the people on both sides.
    public enum Kind: Int, CaseIterable, Sendable {
        case malformedJSON = 1001
        case invalidInput = 1002
        case unsupportedMediaType = 1003
        case tooLarge = 1004
        case notAcceptable = 1005
        case notFound = 1006
        case methodNotAllowed = 1007
        case foreignForm = 1008
        case incompleteBody = 1009
        case versionDiffers = 1010
        case versionMissing = 1011

        case notSignedIn = 1101
        case invalidToken = 1102
        case expiredToken = 1103
        case invalidClient = 1104
        case notAllowed = 1105
        case invalidCertificate = 1106
        case unknownOrganisation = 1107
        case invalidScope = 1108
        case invalidTokenRequest = 1109
        case invalidGrant = 1110
        case termsNotAccepted = 1111

        case notWellFormed = 1201
        case documentTypeNotAllowed = 1202
        case invalidEnvelope = 1203
        case notYourOrganisation = 1205
        case idempotencyKeyReused = 1206

        case stillProcessing = 1301
        case noReport = 1302
        case noReportAddress = 1303

        case messageTypeNotSupported = 1401
        case headerNotUnderstood = 1408
        case requestIDReused = 1402
        case noSubscriptionRequest = 1403
        case notFinished = 1404
        case requestFailed = 1405
        case resultGone = 1406
        case nightsFull = 1407

        case folderNameTaken = 1501
        case tooManyFolders = 1502
        case notInBin = 1503
        case nothingToUndo = 1504
        case messageTypeExists = 1601
        case tooManyMessageTypes = 1602
        case tooManyDevices = 1701
        case noSuchCase = 1751
        case pushReused = 1752
        case eventTypeNotTaken = 1753
        case caseFull = 1754
        case sourceUnavailable = 1761

        case internalError = 1901
        case busy = 1902
        case unavailable = 1903
    }

    /// Who must act before the same call can succeed.
    public enum Action: String, Sendable {
        case supplier = "leverancier"
        case administrator = "beheerder"
        case retryLater = "later-opnieuw"
    }
}

extension Problem.Kind {
    public var status: HTTPResponse.Status {
        switch self {
        case .malformedJSON, .invalidInput, .notWellFormed, .documentTypeNotAllowed, .invalidEnvelope,
            .invalidScope, .invalidTokenRequest, .incompleteBody, .messageTypeNotSupported,
            .headerNotUnderstood, .eventTypeNotTaken:
            .badRequest
        case .notSignedIn, .invalidToken, .expiredToken, .invalidClient, .invalidCertificate: .unauthorized
        case .invalidGrant: .badRequest
        case .termsNotAccepted: .forbidden
        case .notAllowed, .unknownOrganisation, .notYourOrganisation, .foreignForm: .forbidden
        case .notFound, .noReport, .noReportAddress, .stillProcessing, .noSubscriptionRequest, .notFinished,
            .requestFailed, .resultGone, .noSuchCase:
            .notFound
        case .methodNotAllowed: .methodNotAllowed
        case .idempotencyKeyReused, .requestIDReused, .folderNameTaken, .tooManyFolders, .notInBin,
            .nothingToUndo, .messageTypeExists, .tooManyMessageTypes, .tooManyDevices, .pushReused,
            .caseFull:
            .conflict
        case .tooLarge: .contentTooLarge
        case .unsupportedMediaType: .unsupportedMediaType
        case .notAcceptable: .notAcceptable
        case .versionDiffers: .preconditionFailed
        case .versionMissing: .preconditionRequired
        case .internalError: .internalServerError
        case .busy, .nightsFull: .tooManyRequests
        case .unavailable, .sourceUnavailable: .serviceUnavailable
        }
    }

    public var action: Problem.Action {
        switch self {
        case .notAllowed, .unknownOrganisation, .notYourOrganisation, .internalError, .requestFailed:
            .administrator
        case .stillProcessing, .notFinished, .busy, .nightsFull, .unavailable, .sourceUnavailable: .retryLater
        default: .supplier
        }
    }

    /// A short name of the problem, the same for every occurrence.
    public var title: String {
        switch self {
        case .malformedJSON: "Geen geldige JSON"
        case .invalidInput: "Ongeldige invoer"
        case .unsupportedMediaType: "Mediatype niet ondersteund"
        case .tooLarge: "Te groot"
        case .notAcceptable: "Gevraagd mediatype is er niet"
        case .notFound: "Niet gevonden"
        case .methodNotAllowed: "Methode niet toegestaan"
        case .foreignForm: "Formulier komt niet van deze site"
        case .incompleteBody: "Onvolledig bericht"
        case .versionDiffers: "Intussen gewijzigd"
        case .versionMissing: "If-Match ontbreekt"
        case .notSignedIn: "Niet aangemeld"
        case .invalidToken: "Ongeldig token"
        case .expiredToken: "Verlopen token"
        case .invalidClient: "Client niet herkend"
        case .notAllowed: "Niet toegestaan"
        case .invalidCertificate: "Ongeldig certificaat"
        case .unknownOrganisation: "Organisatie niet bekend"
        case .invalidScope: "Ongeldige scope"
        case .invalidTokenRequest: "Ongeldig tokenverzoek"
        case .invalidGrant: "Toestemming geldt niet"
        case .termsNotAccepted: "Voorwaarden niet geaccepteerd"
        case .notWellFormed: "XML niet welgevormd"
        case .documentTypeNotAllowed: "DTD of entiteit niet toegestaan"
        case .invalidEnvelope: "Batchgegevens ongeldig"
        case .notYourOrganisation: "OIN hoort niet bij de afzender"
        case .idempotencyKeyReused: "Idempotency-Key al gebruikt"
        case .stillProcessing: "Nog in verwerking"
        case .noReport: "Geen verwerkingsbericht"
        case .noReportAddress: "Geen afleverpunt"
        case .messageTypeNotSupported: "Berichttype niet ondersteund"
        case .headerNotUnderstood: "SOAP-header niet begrepen"
        case .requestIDReused: "VerzoekId al gebruikt"
        case .noSubscriptionRequest: "Geen abonnementaanvraag"
        case .notFinished: "Nog niet klaar"
        case .requestFailed: "Aanvraag mislukt"
        case .resultGone: "Resultaat vervallen"
        case .nightsFull: "Geen nacht vrij"
        case .folderNameTaken: "Mapnaam al gebruikt"
        case .tooManyFolders: "Te veel mappen"
        case .notInBin: "Niet in de prullenbak"
        case .nothingToUndo: "Niets ongedaan te maken"
        case .messageTypeExists: "Berichttype bestaat al"
        case .tooManyMessageTypes: "Te veel berichttypes"
        case .tooManyDevices: "Te veel apparaten"
        case .noSuchCase: "Zaak niet bekend"
        case .pushReused: "Zelfde id met andere inhoud"
        case .eventTypeNotTaken: "Soort gebeurtenis niet ondersteund"
        case .caseFull: "Zaak heeft te veel statussen"
        case .sourceUnavailable: "Bron tijdelijk niet beschikbaar"
        case .internalError: "Onverwachte fout"
        case .busy: "Te druk"
        case .unavailable: "Tijdelijk niet beschikbaar"
        }
    }

    /// What the caller reads when the place that found the problem has nothing more exact to say.
    public var explanation: String {
        switch self {
        case .notFound: "Dit adres bestaat niet, of is niet voor u."
        case .notSignedIn: "Meld u aan: met een token (Authorization: Bearer), een certificaat of een sessie."
        case .notAllowed: "U bent aangemeld, maar mag dit niet. Vraag de beheerder om toegang."
        case .noSuchCase:
            "U hebt geen zaak met dit id aangeleverd. Stuur de zaak eerst, met betrokkene en omschrijving."
        case .pushReused:
            "Dit id, of dit moment, kwam al eerder met een andere inhoud. "
                + "Neem een nieuw id of een later moment."
        case .eventTypeNotTaken:
            "Hier kunnen alleen gebeurtenissen nl.overheid.zaken.zaak-geopend, -geregistreerd, -gemuteerd, "
                + "-opgeschort, -bijgewerkt, -verlengd, -afgesloten en -verwijderd."
        case .caseFull: "Een zaak heeft hier hoogstens 1.000 wijzigingen. Begin een nieuwe zaak."
        case .termsNotAccepted: "Lees en accepteer eerst de gebruiksvoorwaarden, op de site."
        case .versionDiffers: "Dit is gewijzigd sinds u het las. Haal het opnieuw op, en wijzig dan."
        case .versionMissing: "Stuur If-Match mee, met de ETag van wat u het laatst hebt opgehaald."
        case .foreignForm: "Verstuur dit formulier vanaf de eigen pagina."
        case .noReportAddress: "Uw organisatie heeft geen afleverpunt. Stel er een in met PUT."
        case .folderNameTaken: "Er is al een map met deze naam. Kies een andere naam."
        case .tooManyFolders: "Er zijn al zo veel mappen als er mogen zijn. Verwijder er eerst een."
        case .notInBin: "Alleen wat in de prullenbak staat, kan worden gewist. Verplaats het eerst."
        case .nothingToUndo: "De berichten zijn daarna nog verplaatst of gewist."
        case .internalError: "Er ging bij ons iets mis. De beheerder ziet dit. Probeer het later opnieuw."
        case .unavailable: "De dienst is even niet beschikbaar. Probeer het later opnieuw."
        case .busy: "Er zijn nu te veel verzoeken tegelijk. Probeer het zo opnieuw."
        default: title
        }
    }
}
