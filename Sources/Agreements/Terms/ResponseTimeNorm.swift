import CivilTime

/// At least this share of the requests is answered within a limit.
public struct ResponseTimeNorm: Hashable, Sendable {
    public let interface: Interface
    public let share: Percentage
    /// In microseconds.
    public let limit: Limit
    public let standing: Standing

    public init(interface: Interface, share: Percentage, limit: Limit, standing: Standing = .norm) {
        self.interface = interface
        self.share = share
        self.limit = limit
        self.standing = standing
    }
}

extension ResponseTimeNorm {
    func judge(_ times: Histogram?, line: NormLine) -> Finding {
        let bound = Dutch.duration(microseconds: Int64(limit.bound))
        let norm = "\(share.text) van de bevragingen \(limit.sign) \(bound)"
        guard let times, times.total > 0 else {
            return line.unmeasured(norm: norm, because: "Er zijn geen bevragingen gemeten.")
        }
        let total = times.total
        let kept = times.kept(within: limit)
        let surely = Fraction(kept.surely, of: total)
        let isKept = surely >= share.fraction
        let isOpen = !isKept && Fraction(kept.possibly, of: total) >= share.fraction
        let verdict = isOpen ? .noMeasurement : standing.verdict(isKept: isKept)
        let shown =
            verdict == .noMeasurement ? Verdict.noMeasurement.text : surely.percentage(rounding: .down)
        let reached = times.edge(holding: share.fraction)
        return line.finding(
            verdict, norm: norm,
            measured: verdict == .noMeasurement ? shown : "\(shown) \(limit.sign) \(bound)",
            observations: total, fraction: verdict == .noMeasurement ? nil : surely,
            peil: reached.map {
                PeilLine(value: $0 / 1_000, norm: limit.bound / 1_000, higherIsBetter: false, unit: "ms")
            },
            explanation(total: total, kept: kept, bound: bound, reached: reached)
                + (isOpen ? [] : standing.account(isKept: isKept)))
    }

    private func explanation(
        total: Int, kept: (surely: Int, possibly: Int), bound: String, reached: Int?
    ) -> [String] {
        var sentences = [
            """
            Van \(Dutch.text(total)) bevragingen zijn er \(Dutch.text(kept.surely)) beantwoord \
            \(limit.comparison == .atMost ? "binnen" : "in minder dan") \(bound), gemeten in de server.
            """
        ]
        if kept.possibly > kept.surely {
            sentences.append(
                """
                Van nog \(Dutch.text(kept.possibly - kept.surely)) is dat niet te zeggen: de metingen zijn \
                in klassen geteld en deze grens valt midden in een klasse.
                """)
        }
        if let reached {
            sentences.append("\(share.text) bleef binnen \(Dutch.duration(microseconds: Int64(reached))).")
        }
        return sentences
    }
}
