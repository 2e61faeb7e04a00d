import CivilTime
import Markup

/// `/dienstniveaus/{agreement}`: the report of a month, clause by clause, with how every figure came about.
struct ServiceLevelsPage: View {
    let agreement: Agreement
    let month: CivilMonth
    /// The month before; nil where there is no report.
    let older: Location?
    /// The month after; nil at the current month.
    let newer: Location?
    let state: State
    let clauses: [Clause]

    /// The published version by which the month is judged.
    struct Agreement: Sendable {
        let name: String
        let version: String
        let validFrom: CivilDate
        /// SHA-256 in hexadecimal.
        let hash: String
    }

    /// Whether the figures can still change.
    enum State: Sendable {
        case provisional(asOf: Moment)
        case frozen(at: Moment)
    }

    /// A clause of the agreement with what was found about it.
    struct Clause: Sendable {
        /// Unique on the page; the part of the address that leads to it.
        let id: String
        /// Where it stands in the agreement, such as "§ 4.2".
        let paragraph: String
        let title: String
        let findings: [Finding]
    }

    /// One norm, and what the month's evidence says of it.
    struct Finding: Sendable {
        let name: String
        let verdict: PeilLine.Verdict
        let norm: PeilLine.Norm
        /// What was measured; for an untested capacity the highest load offered. Nil without observations.
        let measured: PeilLine.Reading?
        /// Nil where there is nothing to draw: no figure, or a norm that is no amount.
        let scale: PeilLine.Scale?
        let observations: Int
        /// Which evidence counted, what was left out and why, in order.
        let explanation: [String]
        /// The norm and what was measured in words, for where there is nothing to draw.
        var normText: String?
        var measuredText: String?
    }

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.serviceLevelsTitle(agreement.name) + ", " + strings.month(month.month, year: month.year)
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack")) { html in
            html.add(Heading(.one, title(in: strings)))
            if !clauses.isEmpty { html.add(Paragraph(counts(in: strings), kind: .lead)) }
            html.element(.div, .class("wide")) { html in html.add(months(in: strings)) }
        }
        html.add(DataSummary(facts(in: strings)))
        if clauses.isEmpty {
            html.add(EmptyState(strings.noClauses, strings.noClausesText))
        } else {
            html.element(.div, .class("report")) { html in
                html.element(.div, .class("report__contents")) { html in html.add(contents(in: strings)) }
                html.element(.div, .class("report__clauses")) { html in
                    for clause in clauses where clause.worst != .unmeasured {
                        html.add(ClauseSection(clause: clause))
                    }
                    if !unmeasured.isEmpty { html.add(UnmeasuredClauses(clauses: unmeasured)) }
                }
            }
        }
    }

    /// Clauses of which nothing was measured stand together, last: they must not hide what was.
    private var unmeasured: [Clause] { clauses.filter { $0.worst == .unmeasured } }

    private func counts(in strings: Strings) -> String {
        let findings = clauses.flatMap(\.findings)
        return strings.verdictCounts(
            PeilLine.Verdict.allCases.map { verdict in
                (verdict, findings.count { $0.verdict == verdict })
            })
    }

    private func months(in strings: Strings) -> Pagination {
        let step = { (month: CivilMonth, location: Location) in
            Pagination.Step(strings.month(month.month, year: month.year), location)
        }
        return Pagination(
            older: older.map { step(month.previous, $0) }, newer: newer.map { step(month.next, $0) },
            order: .oldestFirst)
    }

    private func facts(in strings: Strings) -> [DataSummary.Fact] {
        let stateText =
            switch state {
            case .provisional(let moment): strings.provisional(asOf: moment.text(in: strings))
            case .frozen(let moment): strings.frozen(at: moment.text(in: strings))
            }
        let hash = agreement.hash
        return [
            .init(strings.state, stateText),
            .init(strings.agreement, agreement.name + ", " + strings.versionLabel(agreement.version)),
            .init(strings.validFrom, Moment(agreement.validFrom)),
            .init(strings.fingerprint, Content { html in html.element(.code, text: hash) }),
        ]
    }

    private func contents(in strings: Strings) -> SideNav {
        var items = clauses.filter { $0.worst != .unmeasured }.map { clause in
            let worst = clause.worst
            return SideNav.Item(
                clause.title, .fragment(clause.id),
                badge: worst.map { StatusBadge(strings.verdict($0), tone: $0.tone) })
        }
        if !unmeasured.isEmpty {
            items.append(SideNav.Item(strings.unmeasuredClauses, .fragment(UnmeasuredClauses.id)))
        }
        return SideNav(label: strings.clauses, items: items)
    }
}

extension ServiceLevelsPage.Clause {
    /// The verdict that speaks for the clause: one norm below standard is enough; one that was met counts
    /// above none tested.
    var worst: PeilLine.Verdict? {
        let order: [PeilLine.Verdict] = [.below, .reached, .shown, .untested, .unmeasured]
        return order.first { verdict in findings.contains { $0.verdict == verdict } }
    }
}
