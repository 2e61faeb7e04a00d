import Agreements
import CivilTime
import Testing

let logius = Party(key: "logius", name: "Logius", side: .provider)
let customer = Party(key: "afnemer", name: "Afnemer", side: .customer)

func agreement(
    _ clauses: [Clause], name: String = "proef", kind: String = "SNO", rank: Int = 1,
    parties: [Party] = [logius, customer]
) throws -> Agreement {
    Agreement(
        name: name, title: "Proef", edition: "1",
        place: DocumentPlace(kind: kind, set: "mijnoverheid", level: .service, rank: rank), parties: parties,
        validity: Validity(from: try date("2020-01-01"), until: nil, holdsUntilReplaced: true),
        clauses: clauses, assumptions: [])
}

func clause(
    _ id: Clause.ID, _ lines: [NormLine] = [], party: String = "logius", about: String? = nil,
    prevails: Bool = false, appliesTo: [String] = [], _ fill: (inout Clause.Contents) -> Void = { _ in }
) -> Clause {
    var contents = Clause.Contents()
    contents.lines = lines
    fill(&contents)
    return Clause(
        id: id, paragraph: "3.2", title: "Proef", party: party, note: nil, about: about, prevails: prevails,
        appliesTo: appliesTo, contents: contents, assumptions: [])
}

/// Working days 08:00–17:00 in production.
func officeHours(
    _ hours: String = "08:00-17:00", _ calendar: WorkCalendar = workCalendar()
) throws
    -> ServiceWindow
{
    ServiceWindow(
        key: "kantoor", title: "Kantooruren", audience: .customers, calendar: calendar,
        hours: [.production: .daily([try range(hours)])])
}

func handling(
    _ text: String, _ limit: SpanLimit, process: String = "disturbance", term: String = "resolution",
    _ selection: CaseSelection = CaseSelection(), share: Percentage? = nil, window: ServiceWindow? = nil,
    starts: ServiceWindow? = nil, standing: Standing = .norm,
    counted: HandlingNorm.Membership = .resolvedOrOverdue,
    onPriorityChange: HandlingNorm.PriorityChange = .fromRegistration, counterClock: CounterClock? = nil
) -> NormLine {
    line(
        text,
        HandlingNorm(
            process: process, term: term, selection: selection, limits: .one(limit), share: share,
            window: window, startsIn: starts, standing: standing, counted: counted,
            onPriorityChange: onPriorityChange, warnings: [], counterClock: counterClock))
}

func line(_ text: String, _ norm: HandlingNorm) -> NormLine {
    NormLine(text: text, paragraph: "3.2", norm: .handling(norm))
}

/// A disturbance with a priority as set, solved at a moment or open.
func disturbance(
    id: String = "M-1", priority: Int? = 1, _ registered: String, solved: String? = nil,
    environment: Environment = .production, component: String? = nil, party: String? = nil,
    pauses: [Pause] = [], endedAt: Instant? = nil
) throws -> CaseRecord {
    disturbance(
        id: id, priority: priority, try at(registered),
        stops: try solved.map { [try stop($0)] } ?? [], environment: environment, component: component,
        party: party, pauses: pauses, endedAt: endedAt)
}

func disturbance(
    id: String = "M-1", priority: Int?, _ registered: Instant, stops: [TermRun.Stop],
    environment: Environment = .production, component: String? = nil, party: String? = nil,
    pauses: [Pause] = [], endedAt: Instant? = nil
) -> CaseRecord {
    CaseRecord(
        id: id, process: "disturbance", registeredAt: registered, environment: environment,
        component: component, party: party,
        classifications: [Classification(at: registered, impact: nil, urgency: nil, priority: priority)],
        terms: ["resolution": TermRun(start: registered, stops: stops)], pauses: pauses, endedAt: endedAt)
}

/// The findings of an agreement over a month, long after it.
func findings(
    _ agreement: Agreement, _ cases: [CaseRecord]?, month: String = "2026-04",
    asOf: String = "2026-12-01 12:00"
) throws -> [Finding] {
    var evidence = Evidence()
    evidence.cases = cases
    return agreement.judge(evidence, in: try #require(CivilMonth(month)), asOf: try at(asOf))
        .flatMap(\.findings)
}

func finding(
    _ line: NormLine, _ cases: [CaseRecord]?, month: String = "2026-04", asOf: String = "2026-12-01 12:00"
) throws -> Finding {
    try #require(
        try findings(try agreement([clause("SNO-37", [line])]), cases, month: month, asOf: asOf).first)
}
