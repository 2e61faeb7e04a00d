import Agreements
import CivilTime
// FoundationEssentials for its JSON encoder.
import FoundationEssentials

extension ClockReport {
    /// For other programs: moments with the offset of Amsterdam, lengths of time in seconds.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let body = Body(
            agreement: agreement.name, clause: request.clause.text,
            clocks: results.map { Body.Clock($0, isRead: isRead) })
        return [UInt8](try encoder.encode(body))
    }

    fileprivate struct Body: Encodable {
        let agreement: String
        let clause: String
        let clocks: [Clock]
    }
}

extension ClockReport.Body {
    fileprivate struct Clock: Encodable {
        let text: String
        let paragraph: String
        let process: String
        let term: String
        let limit: String
        let priority: Int?
        let deadline: String?
        let warnings: [Warning]
        /// Absent when no moment was given at which the clock is read.
        let outcome: String?
        let elapsedSeconds: Double?
        let remainingSeconds: Double?
        let budgetSeconds: Double?
        let explanation: [String]
        let trace: [Part]

        init(_ result: HandlingResult, isRead: Bool) {
            text = result.normLine.text
            paragraph = result.normLine.paragraph
            process = result.norm.process
            term = result.norm.term
            limit = result.limit.text
            priority = result.priority
            deadline = result.deadline?.amsterdamRFC3339
            warnings = result.reading.warnings.map {
                Warning(at: $0.at.amsterdamRFC3339, text: $0.warning.text)
            }
            outcome = isRead ? result.outcome.rawValue : nil
            elapsedSeconds = isRead ? seconds(result.elapsedMicroseconds) : nil
            remainingSeconds = isRead ? result.reading.remainingMicroseconds.map(seconds) : nil
            budgetSeconds = result.budgetMicroseconds.map(seconds)
            explanation = isRead ? result.explanation : result.trace.sentences
            trace = result.trace.entries.map(Part.init)
        }

        enum CodingKeys: String, CodingKey {
            case text, paragraph, process, term, limit, priority, deadline, warnings, outcome
            case elapsedSeconds = "elapsed_seconds"
            case remainingSeconds = "remaining_seconds"
            case budgetSeconds = "budget_seconds"
            case explanation, trace
        }
    }

    fileprivate struct Warning: Encodable {
        let at: String
        let text: String
    }

    fileprivate struct Part: Encodable {
        let from: String
        let to: String
        let kind: String
        let seconds: Double
        let reason: String?
        let responsible: String?

        init(_ entry: ClockTrace.Entry) {
            from = entry.interval.start.amsterdamRFC3339
            to = entry.interval.end.amsterdamRFC3339
            seconds = Double(entry.countedMicroseconds) / 1_000_000
            switch entry.kind {
            case .counted: (kind, reason, responsible) = ("counted", nil, nil)
            case .closed(let days):
                let reasons = days.map { "\($0.date): \($0.reason)" }.joined(separator: "; ")
                (kind, reason, responsible) = ("closed", reasons.isEmpty ? nil : reasons, nil)
            case .paused(let why, let who): (kind, reason, responsible) = ("paused", why, who)
            case .stopped: (kind, reason, responsible) = ("stopped", nil, nil)
            case .notStarted: (kind, reason, responsible) = ("not_started", nil, nil)
            }
        }
    }
}

private func seconds(_ microseconds: Int64) -> Double { Double(microseconds) / 1_000_000 }
