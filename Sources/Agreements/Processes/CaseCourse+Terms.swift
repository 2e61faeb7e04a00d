public import CivilTime

/// A term as it ran in a case: what a clock is given.
public struct TermCourse: Hashable, Sendable {
    /// The key of the ``ProcessTerm``.
    public let term: String
    /// The party in whose branch it ran; nil outside branches.
    public let branch: String?
    public let started: Instant
    /// In order; only the last may be without a moment at which it ran on.
    public internal(set) var stops: [Stop]
    /// When the case or the branch was closed while it ran: nobody waits for it any more.
    public internal(set) var ended: Instant?

    /// A moment at which the term was met, and from when it ran on after all.
    public struct Stop: Hashable, Sendable {
        public let stopped: Instant
        public internal(set) var reopened: Instant?

        public init(stopped: Instant, reopened: Instant? = nil) {
            self.stopped = stopped
            self.reopened = reopened
        }
    }

    public init(term: String, branch: String?, started: Instant, stops: [Stop] = [], ended: Instant? = nil) {
        self.term = term
        self.branch = branch
        self.started = started
        self.stops = stops
        self.ended = ended
    }

    public var isRunning: Bool {
        ended == nil && (stops.last.map { $0.reopened != nil } ?? true)
    }
}

extension CaseCourse {
    /// How the terms of the process have run in this case, in the order in which they started.
    public var termCourses: [TermCourse] {
        var courses: [TermCourse] = []
        var course = CaseCourse(process)
        for event in events {
            course.record(event)
            guard let step = process.step(event.step) else { continue }
            if step.isMoving, !step.isInBranch {
                Self.close(event.at, &courses) { $0.branch != nil }
            }
            for term in process.terms {
                let starts = course.starts(term, by: step)
                for branch in course.places(of: term, event) {
                    Self.apply(event, to: term, in: branch, starts: starts, &courses)
                }
            }
            if step.isEnd { Self.close(event.at, &courses) { _ in true } }
        }
        return courses
    }

    /// A term that stops in a branch runs in each apart: a step that opens branches starts it in all of them.
    private func places(of term: ProcessTerm, _ event: CaseEvent) -> [String?] {
        guard stopsInBranch(term) else { return [nil] }
        return event.branch.map { [$0] } ?? event.opens.map { $0 }
    }

    private func stopsInBranch(_ term: ProcessTerm) -> Bool {
        term.until.contains { process.step($0)?.isInBranch ?? false }
    }

    /// A term from the branches to where they come together starts when they can: when all have come so far,
    /// or the first where that suffices.
    private func starts(_ term: ProcessTerm, by step: ProcessStep) -> Bool {
        guard term.from.contains(step.key) else { return false }
        let joins = term.until.compactMap { process.step($0)?.join }
        guard step.isInBranch, step.isMoving, !stopsInBranch(term), joins == [.all] else { return true }
        return branches.allSatisfy { term.from.contains($0.position.key) }
    }

    private static func apply(
        _ event: CaseEvent, to term: ProcessTerm, in branch: String?, starts: Bool,
        _ courses: inout [TermCourse]
    ) {
        let stops = term.until.contains(event.step)
        let last = courses.lastIndex { $0.term == term.key && $0.branch == branch }
        if stops, let last, courses[last].isRunning {
            courses[last].stops.append(TermCourse.Stop(stopped: event.at))
        } else if starts, let last, courses[last].isRunning {
            return
        } else if starts, !stops, let last {
            courses[last].reopen(event.at)
            return
        }
        guard starts else { return }
        courses.append(TermCourse(term: term.key, branch: branch, started: event.at))
    }

    /// What ran in a branch is closed with it, by the step that moves the case on; an end closes everything.
    private static func close(
        _ at: Instant, _ courses: inout [TermCourse], where isClosed: (TermCourse) -> Bool
    ) {
        for index in courses.indices where courses[index].isRunning && isClosed(courses[index]) {
            courses[index].ended = at
        }
    }
}

extension TermCourse {
    fileprivate mutating func reopen(_ at: Instant) {
        if let ended {
            stops.append(Stop(stopped: ended, reopened: at))
            self.ended = nil
        } else {
            stops[stops.count - 1].reopened = at
        }
    }
}
