public import CivilTime

/// Something that was done in a case.
public struct CaseEvent: Hashable, Sendable {
    /// The key of the ``ProcessStep``.
    public let step: String
    /// The role in which somebody took it.
    public let role: String
    /// The party in whose branch it was taken; nil outside branches. That whoever took it acts for that party
    /// is for the caller to see to, who knows people.
    public let branch: String?
    /// The parties for which branches open; empty for a step that opens none.
    public let opens: [String]
    public let at: Instant

    public init(step: String, role: String, branch: String? = nil, opens: [String] = [], at: Instant) {
        self.step = step
        self.role = role
        self.branch = branch
        self.opens = opens
        self.at = at
    }
}

/// How far a case has come in its process, and what may be done next.
///
/// A case stands at the step that moved it last. Where a step opened branches, each branch stands at a step
/// of its own until they come together; a step outside the branches that moves the case closes them.
public struct CaseCourse: Sendable {
    public let process: ProcessType
    public private(set) var events: [CaseEvent] = []
    /// The step that moved the case last; nil before it has begun.
    public private(set) var position: ProcessStep?
    /// The branches that are open, in the order in which they were opened.
    public private(set) var branches: [Branch] = []

    /// What one party still has to do, or has done, in a step that was put to several.
    public struct Branch: Hashable, Sendable {
        public let party: String
        /// The step that moved it last: the fan-out at first.
        public fileprivate(set) var position: ProcessStep
    }

    /// A step that may be taken now, if its rules are met.
    public struct OpenStep: Hashable, Sendable {
        public let step: ProcessStep
        /// The party in whose branch it may be taken; nil outside branches.
        public let branch: String?
    }

    /// The course of a case that has not begun.
    public init(_ process: ProcessType) {
        self.process = process
    }

    /// The course of a case so far. What its rules asked at the time is not asked again.
    ///
    /// - Throws: ``StepRefusal`` of the first event that does not follow from those before.
    public init(_ process: ProcessType, events: [CaseEvent]) throws(StepRefusal) {
        self.process = process
        for event in events {
            if let refusal = refusal(of: event) { throw refusal }
            record(event)
        }
    }

    /// Takes a step.
    ///
    /// - Throws: ``StepRefusal``, and then nothing has changed.
    public mutating func take(_ event: CaseEvent, knowing facts: CaseFacts) throws(StepRefusal) {
        if let refusal = refusal(of: event) ?? unmetRule(of: event.step, facts) { throw refusal }
        record(event)
    }

    /// What the case is called now; nil before it has begun.
    public var state: String? { position?.state }

    /// Whether the case is closed, though a step such as reopening may still follow.
    public var isEnded: Bool { position?.isEnd ?? false }

    /// The steps that may be taken now, in the order of the process, and of the branches.
    public var openSteps: [OpenStep] {
        process.steps.flatMap { step in
            step.isInBranch
                ? branches.filter { follows(step, $0.position) }.map {
                    OpenStep(step: step, branch: $0.party)
                }
                : isOpen(step) ? [OpenStep(step: step, branch: nil)] : []
        }
    }

    /// The reasons for which the terms may be made to stand still now.
    public var openPauses: [ProcessPause] {
        guard let position, !position.isEnd else { return [] }
        let positions = [position.key] + branches.map(\.position.key)
        return process.pauses.filter { pause in
            pause.during.isEmpty || pause.during.contains(where: positions.contains)
        }
    }

    /// Whether a step outside the branches may be taken now.
    func isOpen(_ step: ProcessStep) -> Bool {
        guard let position else { return step.isStart }
        guard let join = step.join else { return follows(step, position) }
        let isReady = branches.map { step.after.contains($0.position.key) }
        return join == .all ? !isReady.isEmpty && !isReady.contains(false) : isReady.contains(true)
    }

    func follows(_ step: ProcessStep, _ position: ProcessStep) -> Bool {
        guard !step.isStart else { return false }
        return step.after.isEmpty ? !position.isEnd : step.after.contains(position.key)
    }

    mutating func record(_ event: CaseEvent) {
        events.append(event)
        guard let step = process.step(event.step), step.isMoving else { return }
        if step.isInBranch {
            for index in branches.indices where branches[index].party == event.branch {
                branches[index].position = step
            }
        } else {
            position = step
            branches = event.opens.map { Branch(party: $0, position: step) }
        }
    }
}
