import Agreements
import CivilTime

/// Everything that can be computed from an agreement, in parts, so that a difference is found early.
struct Outcome {
    let agreement: Agreement
    /// The clause that is looked at first.
    let clause: Clause.ID?
    let evidence: Evidence
    let month: CivilMonth

    static let parts: [@Sendable (Outcome) -> [String]] = [
        { $0.organisation }, { $0.priorities }, { $0.maintenance }, { $0.ofClause }, { $0.notices },
        { $0.openings }, { $0.workingDays }, { $0.judgements }, { $0.results },
    ]

    /// Which of the parts looks at one clause.
    static let partOfClause = 3

    /// What people do and are: shown as it is, never computed with.
    private var organisation: [String] {
        let clauses = agreement.clauses.flatMap { clause in
            let contents = clause.contents
            return [
                "\(clause.party) \(clause.about ?? "") \(clause.prevails) \(clause.appliesTo)",
                "\(contents.roles) \(contents.documents) \(contents.escalations) \(contents.meetings)",
                "\(contents.reports) \(contents.communications) \(contents.duties) \(contents.exclusions)",
                "\(contents.plans) \(contents.priorities)",
            ]
                + contents.processes.map { binding in
                    let roles = binding.roles.sorted { $0.key < $1.key }
                    return "\(binding.type) \(roles) \(binding.form)"
                }
        }
        return ["\(agreement.place) \(agreement.parties) \(agreement.validity)"] + clauses
    }

    private var notices: [String] {
        let date = month.interval.end.localDate
        return agreement.notices.map { notice in
            let latest = notice.latestAnnouncement(for: date)
            return "\(notice.party) \(notice.to) \(notice.late) \(latest, default: "none")"
        }
            + agreement.plans.map { plan in
                let asked = month.interval.start
                let feasibility = agreement.feasibility(
                    of: plan, wanted: asked.localDate.advanced(byDays: 14), asked: asked)
                return feasibility.explanation.joined()
            }
    }

    private var priorities: [String] {
        let matrix = agreement.priorityMatrix
        let cells = (matrix?.urgency ?? []).flatMap { urgency in
            (matrix?.impact ?? []).map { impact in
                "\(matrix?.priority(impact: impact.key, urgency: urgency.key) ?? 0)"
            }
        }
        return cells + agreement.fixedPriorities.map { "\($0)" }
    }

    private var maintenance: [String] {
        agreement.maintenanceWindows.flatMap { window in
            let hours = Environment.allCases.map { "\(window.hours[$0], default: "none")" }
            return ["\(window.allowsDowntime) \(window.recurrence)"] + hours
                + Environment.allCases.map { "\(window.intervals(in: month, $0))" }
        }
    }

    /// The judgement as if the clause stood alone, which takes less time.
    private var ofClause: [String] {
        let alone = agreement.clauses.compactMap { clause -> Clause? in
            if clause.id == self.clause { return clause }
            guard clause.contents.priorityMatrix != nil || !clause.contents.fixedPriorities.isEmpty else {
                return nil
            }
            var contents = clause.contents
            contents.lines = []
            return Clause(
                id: clause.id, paragraph: clause.paragraph, title: clause.title, party: clause.party,
                note: nil, contents: contents, assumptions: [])
        }
        let part = Agreement(
            name: agreement.name, title: agreement.title, edition: agreement.edition,
            place: agreement.place, parties: agreement.parties, validity: agreement.validity,
            clauses: alone, assumptions: [])
        return Outcome(agreement: part, clause: nil, evidence: evidence, month: month).judgements
    }

    /// What cannot be measured yet is told as it stands.
    private var judgements: [String] {
        let told = agreement.clauses.flatMap(\.lines).compactMap { line -> String? in
            guard case .availability(let norm) = line.norm else { return nil }
            let isUnmeasured = norm.seenBy == .probe && norm.functions.allSatisfy { $0.probe == nil }
            return isUnmeasured ? "\(norm)" : "\(norm.environment)"
        }
        return agreement.judge(evidence, in: month, asOf: month.interval.end)
            .flatMap { judgement in judgement.findings.map { "\($0)" } } + told
    }

    private var results: [String] {
        agreement.handlingResults(of: evidence.cases ?? [], asOf: month.interval.end).map { result in
            let deadline = result.deadline.map(\.rfc3339) ?? "none"
            let norm = result.norm
            return """
                \(result.caseID) \(result.clause) \(deadline) \(result.reading) \(result.counterRuns) \
                \(norm.counted) \(norm.onPriorityChange) \(norm.window?.key ?? "")
                """
        }
    }

    /// In a month with holidays.
    private var openings: [String] {
        let april = CivilMonth(year: month.year, month: 4)?.days ?? []
        return agreement.serviceWindows.flatMap { window in
            ["\(window.audience) \(window.isAttended)"]
                + Environment.allCases.flatMap { environment in
                    april.map { "\(window.openings(on: $0, environment))" }
                }
        }
    }

    /// Over seven years, so that a holiday that comes back every five years shows.
    private var workingDays: [String] {
        guard let first = CivilDate(year: month.year, month: 1, day: 1) else { return [] }
        return agreement.calendars.flatMap { calendar in
            (0..<5 * 366).compactMap { number in
                let date = first.advanced(byDays: number)
                let isWeekday = date.weekday.rawValue <= 5
                return isWeekday || date.month == 4
                    ? calendar.closure(on: date).map { "\(number) \($0)" } : nil
            }
        }
    }
}
