public import Agreements
public import CivilTime

/// Whether what a clause wants to be asked or announced ahead is in time for a wanted day.
public struct PlanReport: Sendable {
    public let clause: Clause
    public let wanted: CivilDate
    /// When it is asked or announced; nil to ask for the last day instead.
    public let askedAt: Instant?
    private let agreement: Agreement

    /// - Throws: ``ClockRequestError`` when the agreement has no such clause, or the clause neither a plan
    ///   nor a notice.
    public init(
        _ id: Clause.ID, under agreement: Agreement, wanted: CivilDate, askedAt: Instant?
    ) throws(ClockRequestError) {
        let having = agreement.clauses.filter { !$0.contents.plans.isEmpty || !$0.contents.notices.isEmpty }
        guard let clause = having.first(where: { $0.id == id }) else {
            let known = having.map(\.id.text).joined(separator: ", ")
            throw ClockRequestError(
                "\(agreement.name) has no clause \(id) with a plan or a notice; clauses with one are \(known)"
            )
        }
        self.clause = clause
        self.agreement = agreement
        self.wanted = wanted
        self.askedAt = askedAt
    }

    /// Dutch, for a terminal.
    public var text: String {
        let heading = "\(clause.id) (\(clause.paragraph)) \(clause.title)"
        let lines = clause.contents.plans.flatMap(sentences) + clause.contents.notices.flatMap(sentences)
        return ([heading] + lines.map { "  " + $0 }).joined(separator: "\n")
    }

    private func sentences(_ plan: TermPlan) -> [String] {
        let asked = askedAt ?? Instant(startOf: wanted)
        let feasibility = agreement.feasibility(of: plan, wanted: wanted, asked: asked)
        guard askedAt == nil else { return [plan.text] + feasibility.explanation }
        let last = feasibility.latestAsk.map { "uiterlijk \(Dutch.text($0))" } ?? "niet meer mogelijk"
        return [plan.text, "Vragen voor \(Dutch.text(wanted)): \(last)."]
    }

    private func sentences(_ notice: NoticeRule) -> [String] {
        if let askedAt, let judgement = notice.judge(announcedAt: askedAt, for: wanted) {
            return [notice.text, judgement.text]
        }
        guard let latest = notice.latestAnnouncement(for: wanted) else { return [notice.text] }
        return [notice.text, "Aankondigen voor \(Dutch.text(wanted)): uiterlijk \(Dutch.text(latest))."]
    }
}
