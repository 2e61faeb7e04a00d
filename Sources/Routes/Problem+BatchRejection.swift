import MessageBox
import XML

extension Problem {
    /// A batch that was refused whole: what is wrong, where it stands, in which message.
    init(_ rejection: BatchRejection) {
        let place = "regel \(rejection.position.line), kolom \(rejection.position.column)"
        let message = rejection.messageNumber.map { "Bericht[\($0)], " } ?? ""
        let fault = Fault(
            path: message + place, reason: rejection.reason.text + (rejection.detail.map { ": \($0)" } ?? ""))
        let batch = rejection.batchID.map { " Het gaat om batch \($0.text)." } ?? ""
        self.init(
            rejection.reason.kind, "De batch is geweigerd; er is niets van bewaard.\(batch)", faults: [fault])
    }
}

extension BatchRejection.Reason {
    fileprivate var kind: Problem.Kind {
        switch self {
        case .notWellFormed, .beyondLimit: .notWellFormed
        case .documentTypeNotAllowed: .documentTypeNotAllowed
        default: .invalidEnvelope
        }
    }

    fileprivate var text: String {
        switch self {
        case .notWellFormed: "de XML is niet welgevormd"
        case .documentTypeNotAllowed: "een DTD of eigen entiteit mag niet"
        case .beyondLimit: "de XML is dieper of breder dan dit koppelvlak toelaat"
        case .wrongRoot: "het document is geen Berichten in de naamruimte van de batch"
        case .unexpectedElement: "hier hoort een ander element"
        case .unexpectedText: "er staat tekst tussen de elementen"
        case .unexpectedAttribute: "een element heeft een attribuut dat niet mag"
        case .missingElement: "er ontbreekt een element"
        case .batchIDNotGUID: "BatchID is geen GUID in ASCII"
        case .creationDateInvalid: "AanmaakDatum is geen datum met tijd"
        case .supplierIDInvalid: "BerichtLeverancierID is niet 1 tot 25 tekens lang"
        case .noMessages: "de batch bevat geen berichten"
        case .tooManyMessages: "de batch bevat meer dan \(MessageLimits.messagesInBatch) berichten"
        case .messageIDNotOne: "een bericht heeft niet precies één BerichtID"
        case .messageIDNotGUID: "een BerichtID is geen GUID in ASCII"
        }
    }
}
