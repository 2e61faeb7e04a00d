import CivilTime
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import RunningCases
import SQL

extension PortalPages {
    var caseEndpoints: [Endpoint] {
        [
            .citizen(.get, "/zaken", showCases),
            .citizen(.get, "/zaken/{id}", showCase),
        ]
    }

    var caseRegister: CaseRegister { CaseRegister(database: database, keys: facilities.keys) }

    private static let closedPageLength = 25

    private func showCases(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let position = try visit.query("voor").map { try Self.position($0) }
        let listing = try await CaseReader(of: person, in: caseRegister).list(
            closedAfter: position, limit: Self.closedPageLength, at: visit.at)
        let strings = try await strings(for: visit)
        let last = listing.hasMoreClosed ? listing.closed.last : nil
        let open = position == nil ? listing.open : []
        let content = CasesPage(
            open: open.map { CaseListItem($0, at: visit.at, in: strings) },
            stepCount: open.filter { $0.step != nil }.count,
            closed: listing.closed.map { CaseListItem($0, at: visit.at, in: strings) },
            more: last.map { last in
                Location("zaken", query: ["voor": "\(last.changedAt.microseconds)_\(last.id)"])
            },
            first: position == nil ? nil : .cases)
        return try await page(content, .cases, for: visit)
    }

    private static func position(_ text: String) throws(Problem) -> CaseReader.Position {
        let parts = text.split(separator: "_")
        guard parts.count == 2, let moment = Int64(parts[0]), let id = RunningCase.ID(String(parts[1])) else {
            throw Problem(.notFound)
        }
        return .init(changedAt: Instant(microseconds: moment), id: id)
    }

    private func showCase(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        guard let id = RunningCase.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        let opened = try await CaseReader(of: person, in: caseRegister).open(id, at: visit.at)
        let content = CasePage(opened.found, opened.story, in: try await strings(for: visit))
        return try await page(content, .cases, for: visit)
    }
}

extension CaseListItem {
    /// A case as a row of a list, seen from a moment.
    fileprivate init(_ found: RunningCase, at now: Instant, in strings: Strings) {
        self.init(
            organisation: found.organisation, title: found.content.title,
            location: Location("zaken", "\(found.id)"), state: StatusBadge(found.state, in: strings),
            changed: Moment(found.changedAt.localDate),
            step: found.step.map { step in
                Step(step.text, until: step.lastDay.map { Deadline($0, at: now) })
            })
    }
}

extension CasePage {
    fileprivate init(_ found: RunningCase, _ story: [CaseMoment], in strings: Strings) {
        let content = found.content
        self.init(
            title: content.title, organisation: found.organisation,
            state: StatusBadge(found.state, in: strings), isSuspended: found.state == .suspended,
            type: content.type, reference: content.reference, start: content.startsOn.map { Moment($0) },
            expectedEnd: found.state == .closed ? nil : content.expectedEndOn.map { Moment($0) },
            result: content.result, explanation: content.explanation, step: found.step?.text,
            stepUntil: found.step?.lastDay.map { Moment($0) },
            story: story.reversed().map { moment in
                Timeline.Step(
                    at: Moment(moment.at), moment.title ?? strings.words(for: moment.kind),
                    text: moment.text, tone: moment.kind.tone)
            }, cases: .cases)
    }
}

extension StatusBadge {
    fileprivate init(_ state: RunningCase.State, in strings: Strings) {
        switch state {
        case .open: self.init(strings.caseOpen, tone: .new)
        case .suspended: self.init(strings.caseSuspended, tone: .atRisk)
        case .closed, .removed: self.init(strings.caseClosed)
        }
    }
}

extension CaseMoment.Kind {
    fileprivate var tone: StatusBadge.Tone {
        switch self {
        case .suspended: .atRisk
        case .closed: .reached
        default: .neutral
        }
    }
}

extension Strings {
    fileprivate func words(for kind: CaseMoment.Kind) -> String {
        switch kind {
        case .opened: momentOpened
        case .registered: momentRegistered
        case .changed, .status: momentChanged
        case .suspended: momentSuspended
        case .updated: momentUpdated
        case .extended: momentExtended
        case .closed: momentClosed
        }
    }
}
