import CivilTime

/// Each one is handled within a limit.
public struct TermNorm: Hashable, Sendable {
    public let flow: Flow
    /// In microseconds.
    public let limit: Limit

    public init(flow: Flow, limit: Limit) {
        self.flow = flow
        self.limit = limit
    }
}

/// How long handling took, of what was handled and of what was not yet.
public struct TermEvidence: Hashable, Sendable {
    /// From acceptance to the end of handling, of what was handled in the month.
    public let handled: Histogram
    /// From acceptance to the moment the evidence was read, of what is still open.
    public let open: Histogram
    /// The longest of both in microseconds; nil when there are none.
    public let longestMicroseconds: Int?

    public init(handled: Histogram, open: Histogram, longestMicroseconds: Int?) {
        self.handled = handled
        self.open = open
        self.longestMicroseconds = longestMicroseconds
    }
}

extension TermNorm {
    func judge(_ evidence: TermEvidence?, line: NormLine) -> Finding {
        let bound = Dutch.duration(microseconds: Int64(limit.bound))
        let norm = "\(flow.each) \(limit.sign) \(bound)"
        guard let evidence, let longest = evidence.longestMicroseconds else {
            return line.unmeasured(norm: norm, because: "Er zijn geen \(flow.noun) \(flow.participle).")
        }
        let open = evidence.open.total
        let late = evidence.late(beyond: limit)
        let isKept = limit.isKept(by: longest)
        let duration = Dutch.duration(microseconds: Int64(longest))
        let tooLate = isKept ? 0 : max(1, late.handled + late.open)
        let judged = max(evidence.handled.total + late.open, tooLate)
        guard judged > 0 else {
            return line.unmeasured(
                norm: norm,
                because:
                    "Er is nog niets \(flow.participle); \(Dutch.text(open)) staan open, binnen de termijn.")
        }
        return line.finding(
            isKept ? .met : .notMet, norm: norm,
            measured: "langste duur \(duration)",
            observations: judged, fraction: Fraction(judged - tooLate, of: judged),
            peil: PeilLine(
                value: longest / 1_000_000, norm: limit.bound / 1_000_000, higherIsBetter: false, unit: "s"),
            [
                """
                \(Dutch.text(evidence.handled.total)) \(flow.noun) zijn \(flow.participle), waarvan \
                \(Dutch.text(late.handled)) te laat; \(Dutch.text(open)) staan nog open, waarvan \
                \(Dutch.text(late.open)) over de termijn.
                """,
                "De langste duur, van aanname tot verwerking, was \(duration).",
            ])
    }
}

extension TermEvidence {
    /// How many surely did not keep the limit. Whether any did is told by the longest, exactly.
    fileprivate func late(beyond limit: Limit) -> (handled: Int, open: Int) {
        (
            handled.total - handled.kept(within: limit).possibly,
            open.total - open.kept(within: limit).possibly
        )
    }
}
