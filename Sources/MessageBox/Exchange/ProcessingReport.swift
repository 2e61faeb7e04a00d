public import CivilTime

/// The processing report (*verwerkingsbericht*) of one batch: a line for each message, and totals made of the
/// lines.
public struct ProcessingReport: Hashable, Sendable {
    public struct Line: Hashable, Sendable {
        public let messageID: SupplierGUID
        /// As sent; empty where the supplier sent none.
        public let typeCode: String
        public let code: ProcessingCode
        public let stage: Stage

        public init(messageID: SupplierGUID, typeCode: String, code: ProcessingCode, stage: Stage) {
            self.messageID = messageID
            self.typeCode = typeCode
            self.code = code
            self.stage = stage
        }
    }

    public let supplierCode: String
    public let batchID: SupplierGUID
    public let receivedAt: Instant
    public let processedAt: Instant
    public let lines: [Line]

    public init(
        supplierCode: String, batchID: SupplierGUID, receivedAt: Instant, processedAt: Instant, lines: [Line]
    ) {
        self.supplierCode = supplierCode
        self.batchID = batchID
        self.receivedAt = receivedAt
        self.processedAt = processedAt
        self.lines = lines
    }

    public func count(_ counter: ReportCounter) -> Int {
        lines.count { $0.code.counter == counter }
    }
}

/// The totals of a report, in the order and under the names of `batch-response.xsd`. Each message adds to
/// exactly one, so they add up to the messages received.
public enum ReportCounter: String, CaseIterable, Sendable {
    case processed = "AantalBerichtenSuccesvolVerwerkt"
    case notActiveOrSubscribed = "AantalBerichtenGeenActieveBoxOfGeabonneertOpLeverancier"
    case technicalProblem = "AantalBerichtenMetTechnischProbleem"
    case typeNotCorrect = "AantalBerichtenBerichtTypeNietCorrect"
    case publicationDateNotCorrect = "AantalBerichtenPublicatieDatumNietCorrect"
    case creationDateNotCorrect = "AantalBerichtenAanmaakDatumNietCorrect"
}

extension ProcessingCode {
    /// The schema has six totals for ten codes; the codes without one of their own count as a technical
    /// problem (decision 7).
    public var counter: ReportCounter {
        switch self {
        case .processed: .processed
        case .notActiveOrSubscribed: .notActiveOrSubscribed
        case .typeNotSupported: .typeNotCorrect
        case .publicationTooFarAhead: .publicationDateNotCorrect
        case .createdTooLongAgo: .creationDateNotCorrect
        case .technicalProblem, .alreadyExists, .attachmentTooLarge, .oinDiffers, .schemaInvalid:
            .technicalProblem
        }
    }
}
