/// What became of a message: the ten values of `VerwerkingsCode` in `batch-response-types.xsd`.
public enum ProcessingCode: String, CaseIterable, Sendable {
    case processed = "Verwerkt"
    case technicalProblem = "TechnischProbleem"
    case notActiveOrSubscribed = "NietActiefOfGeabonneerd"
    case typeNotSupported = "BerichtTypeNietOndersteund"
    case publicationTooFarAhead = "PublicatieDatumLigtTeVerInDeToekomst"
    case createdTooLongAgo = "AanmaakDatumLigtTeVerInHetVerleden"
    case alreadyExists = "BerichtBestaatAl"
    case attachmentTooLarge = "BijlageTeGroot"
    case oinDiffers = "OinInCPAKomtNietOvereenMetOinInBericht"
    case schemaInvalid = "XmlValidatieTegenXsdValtNegatiefUit"
}

/// The step at which a message was refused: `Stadium`, free text in the schema. The first four are what
/// existing systems know; the others name steps that those have no word for.
public enum Stage: String, CaseIterable, Sendable {
    /// Nothing was wrong.
    case notApplicable = "NA"
    case typeCheck = "ValidatieBerichtType"
    case recipientCheck = "ValidatieGebruiker"
    case storing = "StoreMessage"
    case schemaCheck = "ValidatieSchema"
    case attachmentCheck = "ValidatieBijlage"
    case dateCheck = "ValidatieDatum"
}
