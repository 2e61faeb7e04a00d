import CivilTime

/// One line on handling with its windows compiled, once for all cases.
///
/// A class, so that a result per case holds one reference to it.
final class HandlingLine: Sendable {
    let clause: Clause.ID
    let appliesTo: [String]
    let line: NormLine
    let norm: HandlingNorm
    /// How much it selects: the line that selects most holds.
    let selectivity: Int
    /// Its place among all lines on handling of the agreement.
    let position: Int
    private let hours: [Environment: WorkingHours]
    private let starts: [Environment: WorkingHours]
    private let exceptions: [Environment: WorkingHours]

    init(
        _ line: NormLine, _ norm: HandlingNorm, of clause: Clause, position: Int,
        _ windows: inout CompiledWindows
    ) {
        self.clause = clause.id
        appliesTo = clause.appliesTo
        self.line = line
        self.norm = norm
        selectivity = norm.selection.count + (clause.appliesTo.isEmpty ? 0 : 1)
        self.position = position
        hours = windows.hours(of: norm.window)
        starts = windows.hours(of: norm.startsIn)
        exceptions = windows.hours(of: norm.counterClock?.exceptionWindow)
    }

    func fits(_ record: CaseRecord, priority: Int?) -> Bool {
        let selection = norm.selection
        return (selection.priority.map { $0 == priority } ?? true)
            && (selection.environment.map { $0 == record.environment } ?? true)
            && (selection.component.map { $0 == record.component } ?? true)
            && (selection.item.map { $0 == record.item } ?? true)
            && (selection.party.map { $0 == record.party } ?? true)
            && (appliesTo.isEmpty || record.party.map { appliesTo.contains($0) } ?? false)
    }

    /// The hours in which the clock runs; nil where it needs a window that never opens in the environment of
    /// the case.
    func hours(for limit: SpanLimit, in environment: Environment) -> WorkingHours? {
        if norm.window == nil { return .always }
        if let found = hours[environment] { return found }
        return limit.span.needsWindow ? nil : .always
    }

    func starts(in environment: Environment) -> WorkingHours? { starts[environment] }

    /// In which hours a counter-clock runs on a party that is awaited; nil for one that has none (SNO-41).
    func counterHours(
        on party: String, for customer: String?, in environment: Environment
    ) -> CounterRun.Hours? {
        guard let counter = norm.counterClock else { return nil }
        let isMeant = party == counter.party || party == customer || counter.exceptions.contains(party)
        guard isMeant else { return nil }
        let isExcepted =
            counter.exceptions.contains(party) || customer.map(counter.exceptions.contains) ?? false
        guard isExcepted, let other = exceptions[environment] else { return .same }
        return .other(other)
    }
}

/// Windows, each compiled once for each environment in which it opens.
struct CompiledWindows {
    private var known: [ServiceWindow: [Environment: WorkingHours]] = [:]

    /// An environment in which the window never opens is not in it.
    mutating func hours(of window: ServiceWindow?) -> [Environment: WorkingHours] {
        guard let window else { return [:] }
        if let found = known[window] { return found }
        var hours: [Environment: WorkingHours] = [:]
        for environment in window.hours.keys {
            if case .success(let compiled) = Self.compile(window, environment) {
                hours[environment] = compiled
            }
        }
        known[window] = hours
        return hours
    }

    private static func compile(
        _ window: ServiceWindow, _ environment: Environment
    ) -> Result<WorkingHours, WorkingHoursError> {
        Result { () throws(WorkingHoursError) in try WorkingHours(window, in: environment) }
    }
}

extension CaseSelection {
    /// How many things it selects by.
    fileprivate var count: Int {
        [priority != nil, environment != nil, component != nil, item != nil, party != nil].count { $0 }
    }
}

extension Span {
    /// Whether it is counted in the hours of a window.
    fileprivate var needsWindow: Bool {
        switch kind {
        case .working, .workingDays, .immediately: true
        case .clock, .days, .weeks, .months, .inConsultation, .bestEffort: false
        }
    }
}
