import CivilTime

/// What a receiver could not take is offered again, until so long after the first time.
public struct ReofferNorm: Hashable, Sendable {
    /// In microseconds after the first offer.
    public let until: Int

    public init(until: Int) { self.until = until }
}

/// What became of the processing reports of a month.
public struct ReofferEvidence: Hashable, Sendable {
    public let offered: Int
    /// Those that were offered more than once.
    public let offeredAgain: Int
    /// The shortest time from first offer to giving up on a report that was not received; nil when none was
    /// given up.
    public let earliestGivenUpMicroseconds: Int?
    /// The longest time from the first to the last offer of a report; nil when none was offered again.
    public let latestOfferMicroseconds: Int?

    public init(
        offered: Int, offeredAgain: Int, earliestGivenUpMicroseconds: Int?, latestOfferMicroseconds: Int?
    ) {
        self.offered = offered
        self.offeredAgain = offeredAgain
        self.earliestGivenUpMicroseconds = earliestGivenUpMicroseconds
        self.latestOfferMicroseconds = latestOfferMicroseconds
    }
}

extension ReofferNorm {
    func judge(_ evidence: ReofferEvidence?, line: NormLine) -> Finding {
        let norm = "opnieuw aangeboden tot \(term) na de eerste verzending"
        guard let evidence, evidence.offered > 0 else {
            return line.unmeasured(norm: norm, because: "Er zijn geen verwerkingsberichten aangeboden.")
        }
        let gaveUpEarly = evidence.earliestGivenUpMicroseconds.map { $0 < until } ?? false
        let offeredTooLate = evidence.latestOfferMicroseconds.map { $0 > until } ?? false
        let challenged = evidence.offeredAgain > 0 || evidence.earliestGivenUpMicroseconds != nil
        let verdict: Verdict = gaveUpEarly || offeredTooLate ? .notMet : challenged ? .met : .notChallenged
        return line.finding(
            verdict, norm: norm,
            measured:
                "\(Dutch.text(evidence.offeredAgain)) van \(Dutch.text(evidence.offered)) opnieuw aangeboden",
            observations: evidence.offeredAgain, explanation(evidence))
    }

    /// `6 dagen (144 uur)`: norms speak of days, measurements of hours.
    private var term: String {
        let hours = Dutch.duration(microseconds: Int64(until))
        let day = 86_400_000_000
        return until > day && until % day == 0 ? "\(until / day) dagen (\(hours))" : hours
    }

    private func explanation(_ evidence: ReofferEvidence) -> [String] {
        var sentences = [
            """
            \(Dutch.text(evidence.offered)) verwerkingsberichten zijn aangeboden, waarvan \
            \(Dutch.text(evidence.offeredAgain)) meer dan één keer.
            """
        ]
        if let latest = evidence.latestOfferMicroseconds {
            let after = Dutch.duration(microseconds: Int64(latest))
            sentences.append("De laatste nieuwe aanbieding was \(after) na de eerste.")
        }
        if let earliest = evidence.earliestGivenUpMicroseconds {
            sentences.append(
                """
                Opgegeven zonder ontvangst is op zijn vroegst \
                \(Dutch.duration(microseconds: Int64(earliest))) na de eerste aanbieding; de norm is \(term).
                """)
        } else {
            sentences.append("Geen verwerkingsbericht is opgegeven zonder ontvangst.")
        }
        return sentences
    }
}
