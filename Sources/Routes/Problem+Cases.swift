import JSON
public import RunningCases

extension Problem {
    /// A push about a case that was not taken.
    public init(_ error: RunningCaseError) {
        switch error {
        case .notJSON: self.init(.malformedJSON, "Dit is geen geldige JSON. Controleer de opmaak.")
        case .fields(let faults):
            self.init(
                .invalidInput, "Het bericht klopt op \(faults.count) plaats(en) niet. Er is niets bewaard.",
                faults: faults.map { Fault(path: $0.path, reason: $0.reason) })
        case .notKnown: self.init(.noSuchCase)
        case .contentDiffers: self.init(.pushReused)
        case .foreignSource:
            self.init(
                .notYourOrganisation,
                "De OIN in source is van een andere organisatie, en die heeft u niet gemachtigd.")
        case .typeNotTaken: self.init(.eventTypeNotTaken)
        case .tooManyPushes: self.init(.caseFull)
        }
    }
}
