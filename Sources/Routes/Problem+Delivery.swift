import CivilTime
import MessageBox

extension Problem {
    /// A delivery that was refused at the door (DESIGN, decision 7).
    init(_ error: DeliveryError) {
        switch error {
        case .batch(let rejection): self.init(rejection)
        case .message(let faults):
            self.init(
                .invalidInput, "Het bericht klopt op \(faults.count) plaats(en) niet.",
                faults: faults.map { Fault(path: $0.path, reason: $0.reason) })
        case .notJSON: self.init(.malformedJSON, "Dit is geen JSON-object. Controleer de opmaak.")
        case .tooLarge(let limit):
            self.init(.tooLarge, "Dit is te groot. Het mogen hoogstens \(Dutch.text(limit)) bytes zijn.")
        case .supplierIsNoOIN:
            self.init(
                .invalidEnvelope, "De batch noemt geen OIN.",
                faults: [
                    Fault(path: "BatchInformatie.BerichtLeverancierID", reason: "is geen OIN van 20 cijfers")
                ])
        case .notYourOrganisation(let oin):
            self.init(
                .notYourOrganisation,
                "U mag niet aanleveren voor OIN \(oin): dat is een ander, zonder machtiging.")
        case .cannotBeKept(let cause):
            self.init(.unavailable, retryAfterSeconds: Self.retrySeconds, cause: cause)
        }
    }

    /// A key that is no key, or that stood for something else.
    init(_ error: IdempotencyError) {
        switch error {
        case .invalid:
            let reason = "is 1 tot \(IdempotencyKey.bytesLimit) bytes"
            self.init(
                .invalidInput, "De Idempotency-Key klopt niet.",
                faults: [Fault(path: "Idempotency-Key", reason: reason)])
        case .reused:
            self.init(
                .idempotencyKeyReused, "Deze Idempotency-Key hoorde bij een ander verzoek. Neem een nieuwe.")
        }
    }
}
