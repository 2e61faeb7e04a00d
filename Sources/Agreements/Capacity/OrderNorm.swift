import CivilTime

/// Things are handled in the order in which they came in.
public struct OrderNorm: Hashable, Sendable {
    public let flow: Flow

    public init(flow: Flow) { self.flow = flow }
}

/// In which order things were handled first. A later attempt, after a failure, has left the line and is not
/// counted.
public struct ArrivalOrder: Hashable, Sendable {
    public let handled: Int
    /// How many were handled after one that came in later.
    public let overtaken: Int

    public init(handled: Int, overtaken: Int) {
        precondition(overtaken >= 0 && overtaken <= handled, "what was overtaken was handled")
        self.handled = handled
        self.overtaken = overtaken
    }
}

extension OrderNorm {
    func judge(_ evidence: ArrivalOrder?, line: NormLine) -> Finding {
        let norm = "\(flow.noun) op volgorde van binnenkomst"
        guard let evidence, evidence.handled > 0 else {
            return line.unmeasured(norm: norm, because: "Er zijn geen \(flow.noun) \(flow.participle).")
        }
        let inOrder = evidence.handled - evidence.overtaken
        return line.finding(
            evidence.overtaken == 0 ? .met : .notMet, norm: norm,
            measured: "\(Dutch.text(inOrder)) van \(Dutch.text(evidence.handled)) op volgorde",
            observations: evidence.handled, fraction: Fraction(inOrder, of: evidence.handled),
            [
                """
                Van \(Dutch.text(evidence.handled)) \(flow.noun) is de eerste poging vergeleken met het \
                moment van binnenkomst. Ingehaald door een latere: \(Dutch.text(evidence.overtaken)).
                """,
                "Een nieuwe poging na een mislukte telt niet mee: die staat niet meer in de rij.",
            ])
    }
}
