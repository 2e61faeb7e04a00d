import MessageBox

extension Problem {
    /// What was wrong with managing a message type.
    init(_ error: MessageTypeError) {
        switch error {
        case .fields(let faults):
            self.init(
                .invalidInput, "Het berichttype klopt op \(faults.count) plaats(en) niet.",
                faults: faults.map { Fault(path: $0.path, reason: $0.reason) })
        case .unknown: self.init(.notFound, "Dit berichttype bestaat niet.")
        case .codeTaken:
            self.init(
                .messageTypeExists, "Er is al een berichttype met deze code.",
                faults: [Fault(path: "code", reason: "bestaat al")])
        case .tooMany:
            self.init(
                .tooManyMessageTypes,
                "Er zijn al \(MessageType.limit) berichttypes. Gebruik een bestaand type opnieuw.")
        case .changedMeanwhile:
            self.init(
                .versionDiffers,
                "Het berichttype is intussen gewijzigd. Haal het op en wijzig het opnieuw.")
        }
    }
}
