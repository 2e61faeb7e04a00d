import Agreements
import CivilTime

/// Cases around the limits of an agreement: solved at the limit, before and after it, open, waiting, opened
/// again, of another priority than at first.
enum RichCases {
    static func all(of agreement: Agreement, in month: CivilMonth) -> [CaseRecord] {
        agreement.clauses.flatMap { clause in
            clause.lines.enumerated().flatMap { index, line -> [CaseRecord] in
                guard case .handling(let norm) = line.norm else { return [] }
                return cases(for: norm, "\(clause.id)-\(index)", month)
            }
        } + outages(of: agreement, month)
    }

    private static func cases(for norm: HandlingNorm, _ id: String, _ month: CivilMonth) -> [CaseRecord] {
        // A Thursday in the afternoon; the weekend lies within most limits.
        let start = month.interval.start.advanced(bySeconds: 7 * 86_400 + 14 * 3_600 + 1_800)
        return lengths(of: norm).enumerated().map { index, seconds in
            let end = start.advanced(bySeconds: seconds)
            let pause = Pause(
                from: start.advanced(bySeconds: seconds / 4), to: start.advanced(bySeconds: seconds / 3),
                reason: "wacht", responsible: "afnemer")
            let stop = TermRun.Stop(at: end, reopenedAt: nil)
            return CaseRecord(
                id: "\(id)-\(index)", process: norm.process,
                registeredAt: index == 2 ? month.interval.start.advanced(bySeconds: -86_400) : start,
                environment: norm.selection.environment ?? .production, component: norm.selection.component,
                item: norm.selection.item, party: index == 3 ? "uwv" : norm.selection.party,
                classifications: classifications(norm, start, seconds, isChanged: index == 4),
                terms: [norm.term: TermRun(start: start, stops: index == 5 ? [] : [stop])],
                pauses: index == 3 ? [pause] : [])
        }
    }

    /// In seconds: at the length of the limit, a second beside it, and further off; the last is not used.
    private static func lengths(of norm: HandlingNorm) -> [Int64] {
        let spans: [Span] =
            switch norm.limits {
            case .one(let limit): [limit.span]
            case .perCell(let rows): rows.joined().map(\.span)
            }
        let hours = spans.compactMap(\.microseconds).map { $0 / 1_000_000 }.filter { $0 > 0 }
        return (Set(hours).sorted() + [86_400]).flatMap { [$0, $0 - 1, $0 / 2, $0 * 4, $0 * 2, $0 * 8] }
    }

    /// By priority where the norm names one; else through every cell of a matrix of three.
    private static func classifications(
        _ norm: HandlingNorm, _ start: Instant, _ seconds: Int64, isChanged: Bool
    ) -> [Classification] {
        guard let priority = norm.selection.priority else {
            let degrees = ["low", "middle", "high"]
            let index = Int(seconds / 3_600)
            return [
                Classification(
                    at: start, impact: degrees[index % 3], urgency: degrees[index / 3 % 3], priority: nil)
            ]
        }
        let first = Classification(at: start, impact: nil, urgency: nil, priority: priority)
        let change = Classification(
            at: start.advanced(bySeconds: seconds / 2), impact: nil, urgency: nil, priority: priority + 1)
        return isChanged ? [first, change] : [first]
    }

    /// Each function once down by a priority 1, for figures that go by disturbances.
    private static func outages(of agreement: Agreement, _ month: CivilMonth) -> [CaseRecord] {
        let functions = agreement.clauses.flatMap(\.lines).flatMap { line -> [ServiceFunction] in
            if case .availability(let norm) = line.norm { norm.functions } else { [] }
        }
        return functions.enumerated().map { index, function in
            let start = month.interval.start.advanced(bySeconds: Int64(5 + index) * 86_400 + 10 * 3_600)
            let stop = TermRun.Stop(at: start.advanced(bySeconds: 7_200), reopenedAt: nil)
            return CaseRecord(
                id: "down-\(function.key)", process: "disturbance", registeredAt: start,
                environment: .production, component: function.key,
                classifications: [Classification(at: start, impact: nil, urgency: nil, priority: 1)],
                terms: ["resolution": TermRun(start: start, stops: [stop])])
        }
    }
}
