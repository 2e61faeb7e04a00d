import Agreements
import CivilTime

/// All places that a case can come to, with two parties where branches open, each by the shortest way.
struct ProcessSearch {
    /// The courses by the name of the place: where the case and its branches stand.
    private(set) var places: [String: CaseCourse] = [:]
    /// The courses one step further than each place, in an order that is always the same.
    private(set) var extended: [CaseCourse] = []
    private let beginning: CaseCourse

    private static let parties = ["Eerste", "Tweede"]

    init(_ process: ProcessType, starting start: String? = nil) throws {
        beginning = CaseCourse(process)
        var front = [beginning]
        while !front.isEmpty {
            var next: [CaseCourse] = []
            for course in front {
                for open in course.openSteps
                where course.position != nil || start ?? open.step.key == open.step.key {
                    let further = try Self.take(open, in: course)
                    extended.append(further)
                    if !open.step.isMoving { extended += try Self.takeTimed(further) }
                    if places.updateValue(further, forKey: Self.name(further)) == nil { next.append(further) }
                }
            }
            front = next
        }
    }

    /// One step further still, by those that move nothing and start or stop a term.
    private static func takeTimed(_ course: CaseCourse) throws -> [CaseCourse] {
        let timed = Set(course.process.terms.flatMap { $0.from + $0.until })
        return try course.openSteps.filter { !$0.step.isMoving && timed.contains($0.step.key) }.map {
            try take($0, in: course)
        }
    }

    private static func take(_ open: CaseCourse.OpenStep, in course: CaseCourse) throws -> CaseCourse {
        var further = course
        let event = CaseEvent(
            step: open.step.key, role: open.step.by[0], branch: open.branch,
            opens: open.step.fanOut == nil ? [] : parties,
            at: Instant(seconds: Int64(course.events.count)))
        try further.take(event, knowing: Walk.allMet)
        return further
    }

    private static func name(_ course: CaseCourse) -> String {
        let branches = course.branches.map { "\($0.party) at \($0.position.key)" }
        return ([course.position?.key ?? "nowhere"] + branches).joined(separator: ", ")
    }
}

extension ProcessSearch {
    /// What can be done where, by whom, under which rules, with which terms, pauses and tells; as lines that
    /// are the same for processes that go the same way.
    var account: Set<String> {
        let process = beginning.process
        let steps = process.steps.map { step in
            let tells = step.tells.map { "\($0.what) to \($0.who)" }
            return
                "\(step.key) opens \(step.fanOut ?? "") under \(step.guards.map(\.rawValue)) tells \(tells)"
        }
        let terms = process.terms.map { "\($0.key) on \($0.on)" }
        return Set(
            ([beginning] + places.values).map(Self.whatIsOpen) + extended.map(Self.whatRan) + steps + terms)
    }

    private static func whatIsOpen(_ course: CaseCourse) -> String {
        let states = ([course.state] + course.branches.map(\.position.state)).map { $0 ?? "" }
        let steps = course.openSteps.map { "\($0.step.key) by \($0.step.by) in \($0.branch ?? "")" }
        let pauses = course.openPauses.map { "\($0.key) by \($0.by) for \($0.responsible)" }
        return "\(name(course)) = \(states) \(course.isEnded): \(steps) \(pauses)"
    }

    private static func whatRan(_ course: CaseCourse) -> String {
        let terms = course.termCourses.map { term in
            let stops = term.stops.map { [$0.stopped.seconds, $0.reopened?.seconds ?? -1] }
            let ended = term.ended?.seconds ?? -1
            return "\(term.term) \(term.branch ?? "") \(term.started.seconds) \(stops) \(ended)"
        }
        return "\(course.events.map(\.step)): \(terms)"
    }
}
