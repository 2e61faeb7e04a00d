/// What a judgement says of one norm.
public enum Verdict: String, CaseIterable, Hashable, Sendable {
    case met
    case notMet
    /// Nothing happened that could have shown whether the norm is kept.
    case notChallenged
    /// There is no evidence, or too little to decide.
    case noMeasurement
    /// There is a figure, and no norm to hold it against: the document names none, settles it in consultation
    /// or calls it a target. What falls short of a target is told, and is no breach.
    case shown

    /// Dutch, as reports show it.
    public var text: String {
        switch self {
        case .met: "op peil"
        case .notMet: "onder peil"
        case .notChallenged: "niet aangesproken"
        case .noMeasurement: "geen meting"
        case .shown: "zonder norm"
        }
    }
}

extension Standing {
    /// What a figure that keeps or misses its bound says: a target is shown, not judged (BVV-05, BVV-13).
    func verdict(isKept: Bool) -> Verdict {
        switch self {
        case .norm: isKept ? .met : .notMet
        case .target: .shown
        }
    }

    /// The sentences that a target needs beside its figure; none for a norm.
    func account(isKept: Bool) -> [String] {
        switch self {
        case .norm: []
        case .target:
            [
                """
                Dit is een streefwaarde, geen norm: zij is \(isKept ? "gehaald" : "niet gehaald"), en dat \
                telt niet als op of onder peil.
                """
            ]
        }
    }
}
