import CivilTime
import MessageBox
import XML

extension Problem {
    /// A request of the validation or subscription service that was refused at the door.
    init(_ error: RequestError) {
        switch error {
        case .notJSON: self.init(.malformedJSON, "Dit is geen JSON-object. Controleer de opmaak.")
        case .document(let fault): self.init(fault)
        case .fields(let faults):
            self.init(
                .invalidInput, "Het verzoek klopt op \(faults.count) plaats(en) niet.",
                faults: faults.map { Fault(path: $0.path, reason: $0.reason) })
        case .tooLarge(let limit):
            self.init(.tooLarge, "Dit is te groot. Het mogen hoogstens \(Dutch.text(limit)) bytes zijn.")
        case .typeNotSupported:
            self.init(
                .messageTypeNotSupported,
                "Dit berichttype bestaat niet voor deze organisatie, of is niet actief.",
                faults: [Fault(path: "berichttype", reason: "bestaat niet of is niet actief")])
        case .notYourOrganisation(let oin):
            self.init(
                .notYourOrganisation,
                "U mag dit niet vragen voor OIN \(oin): dat is een ander, zonder machtiging.")
        case .requestIDReused:
            self.init(.requestIDReused, "Dit VerzoekId hoorde bij een andere aanvraag. Neem een nieuw id.")
        case .nightsFull:
            self.init(
                .nightsFull, "Alle nachten waarvoor gepland kan worden, zijn vol.",
                retryAfterSeconds: Self.nextNightSeconds)
        case .cannotBeKept(let cause):
            self.init(.unavailable, retryAfterSeconds: Self.retrySeconds, cause: cause)
        }
    }

    /// A day later there is one more night to plan for.
    private static let nextNightSeconds = 86_400

    private init(_ fault: DocumentFault) {
        let kind: Kind =
            switch fault.reason {
            case .notWellFormed, .beyondLimit: .notWellFormed
            case .documentTypeNotAllowed: .documentTypeNotAllowed
            default: .invalidInput
            }
        let place = "regel \(fault.position.line), kolom \(fault.position.column)"
        self.init(
            kind, "Het document is geweigerd; er is niets van bewaard.",
            faults: [
                Fault(path: place, reason: fault.reason.text + (fault.detail.map { ": \($0)" } ?? ""))
            ])
    }
}

extension DocumentFault.Reason {
    fileprivate var text: String {
        switch self {
        case .notWellFormed: "de XML is niet welgevormd"
        case .documentTypeNotAllowed: "een DTD of eigen entiteit mag niet"
        case .beyondLimit: "de XML is dieper of breder dan dit koppelvlak toelaat"
        case .wrongRoot: "dit is niet het document dat hier hoort"
        case .unexpectedElement: "hier hoort een ander element"
        case .unexpectedText: "hier hoort geen tekst"
        case .unexpectedAttribute: "een element heeft een attribuut dat niet mag"
        case .missingElement: "er ontbreekt een element"
        case .textTooLong: "de tekst is te lang"
        }
    }
}
