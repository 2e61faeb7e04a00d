/// What was seen of a source that another party keeps up, by those who asked it.
public struct ConnectedSource: Hashable, Sendable {
    /// Dutch, as readers know it.
    public let title: String
    public let seen: OutageEvidence

    public init(title: String, seen: OutageEvidence) {
        self.title = title
        self.seen = seen
    }
}

extension AvailabilityNorm {
    /// A figure for each source, which its party answers for; and, where there are more, how they were
    /// together to who looked at all of them, which no party answers for.
    func judge(_ sources: [ConnectedSource], over month: AvailabilityMonth, line: NormLine) -> [Finding] {
        let unseen = "Deze bron is in deze maand niet bevraagd."
        let findings = sources.map { source in
            month.judge(source.seen, about: source.title, otherwise: unseen, line: line)
        }
        guard sources.count > 1, let together = OutageEvidence.together(sources.map(\.seen)) else {
            return findings
        }
        let figure = month.figure(of: together, notCounted: notCounted)
        guard figure.isObserved, let share = share(of: figure) else { return findings }
        let account = AvailabilityAccount(month: month, figure: figure, share: share)
        return findings + [
            line.finding(
                .shown, about: "Alle bronnen samen, zoals de inwoner ze zag", norm: "zonder norm",
                measured: share.percentage(rounding: .down) + " beschikbaar", observations: together.probes,
                fraction: share, fractionText: nil, peil: nil, account.sentences(together))
        ]
    }
}
