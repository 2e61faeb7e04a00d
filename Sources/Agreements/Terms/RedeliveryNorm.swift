import CivilTime

/// What was delivered in the last so long can be delivered once more.
public struct RedeliveryNorm: Hashable, Sendable {
    /// In microseconds after the first delivery.
    public let within: Int
    /// Whether a message that is delivered again must be in the box once.
    public let arrivesOnce: Bool

    public init(within: Int, arrivesOnce: Bool) {
        self.within = within
        self.arrivesOnce = arrivesOnce
    }
}

/// What became of messages that were delivered again with the same id.
public struct RedeliveryEvidence: Hashable, Sendable {
    public let redelivered: Int
    /// Those that are in a box more than once.
    public let arrivedTwice: Int
    /// The shortest time since first delivery of one that was not taken or recognised when it came again;
    /// nil when none.
    public let earliestRefusedMicroseconds: Int?

    public init(redelivered: Int, arrivedTwice: Int, earliestRefusedMicroseconds: Int?) {
        precondition(arrivedTwice >= 0 && arrivedTwice <= redelivered, "what came twice was delivered again")
        self.redelivered = redelivered
        self.arrivedTwice = arrivedTwice
        self.earliestRefusedMicroseconds = earliestRefusedMicroseconds
    }
}

extension RedeliveryNorm {
    func judge(_ evidence: RedeliveryEvidence?, line: NormLine) -> Finding {
        let term = Dutch.duration(microseconds: Int64(within))
        let norm = "tot \(term) opnieuw aan te leveren" + (arrivesOnce ? ", zonder dubbele aankomst" : "")
        guard let evidence else {
            return line.unmeasured(norm: norm, because: "Nieuwe aanleveringen zijn niet gemeten.")
        }
        let wasRefused = evidence.earliestRefusedMicroseconds.map { $0 <= within } ?? false
        let cameTwice = arrivesOnce && evidence.arrivedTwice > 0
        let verdict: Verdict =
            wasRefused || cameTwice ? .notMet : evidence.redelivered > 0 ? .met : .notChallenged
        let again = Dutch.text(evidence.redelivered)
        let twice = Dutch.text(evidence.arrivedTwice)
        var sentences = [
            "Opnieuw aangeleverd: \(again) berichten. Daarvan dubbel in een berichtenbox: \(twice)."
        ]
        if let earliest = evidence.earliestRefusedMicroseconds {
            let after = Dutch.duration(microseconds: Int64(earliest))
            sentences.append("Geweigerd is op zijn vroegst \(after) na de eerste aanlevering.")
        }
        return line.finding(
            verdict, norm: norm,
            measured: "\(again) opnieuw aangeleverd, \(twice) dubbel",
            observations: evidence.redelivered,
            fraction: evidence.redelivered > 0
                ? Fraction(evidence.redelivered - evidence.arrivedTwice, of: evidence.redelivered) : nil,
            sentences)
    }
}
