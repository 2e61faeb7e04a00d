public import Agreements
import CivilTime

/// What a clock shows, for a person and for a program.
public struct ClockReport: Sendable {
    let agreement: Agreement
    let request: ClockRequest
    let results: [HandlingResult]

    public init(_ request: ClockRequest, under agreement: Agreement) throws(ClockRequestError) {
        self.agreement = agreement
        self.request = request
        results = try request.results(under: agreement)
    }

    /// Dutch, a paragraph for each clock.
    public var text: String {
        results.map { lines(of: $0).joined(separator: "\n") }.joined(separator: "\n\n")
    }

    private func lines(of result: HandlingResult) -> [String] {
        var lines = [
            "\(result.clause) (\(result.normLine.paragraph)) \(result.normLine.text)",
            "  Norm:        \(result.limit.text)",
            "  Deadline:    \(deadline(of: result))",
        ]
        lines += result.reading.warnings.map {
            "  Waarschuwen: \(Dutch.text($0.at)) (\($0.warning.text))"
        }
        if isRead {
            lines.append("  Verstreken:  \(Dutch.duration(microseconds: result.elapsedMicroseconds))")
            if let left = result.reading.remainingMicroseconds, left >= 0 {
                lines.append("  Resteert:    \(Dutch.duration(microseconds: left))")
            }
            lines.append("  Oordeel:     \(result.outcome.text)")
        }
        if let gap = result.gap { lines.append("  \(gap)") }
        let course = result.trace.sentences
        return course.isEmpty ? lines : lines + ["  Verloop:"] + course.map { "    \($0)" }
    }

    /// Whether a moment was given at which the clock is read; without one only its course is told.
    var isRead: Bool { request.asOf != nil || request.stop != nil }

    private func deadline(of result: HandlingResult) -> String {
        if let deadline = result.deadline { return Dutch.text(deadline) }
        return switch result.reading.state {
        case .paused(let party): "nog niet bekend: gepauzeerd, aan zet is \(party)"
        case .noTerm: "geen termijn afgesproken"
        case .ended: "geen: de zaak is vervallen"
        case .notStarted, .running, .met, .breached:
            "voorbij het jaar \(WorkingHours.horizon.end.localDate.year)"
        }
    }
}

extension ClockWarning {
    /// Dutch: `75 % van de termijn`, `1 uur vooraf`.
    var text: String {
        switch self {
        case .share(let share): "\(share.text) van de termijn"
        case .before(let span): "\(span.text) vooraf"
        }
    }
}
