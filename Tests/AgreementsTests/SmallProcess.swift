import Agreements
import CivilTime

/// A request that goes to several parties and comes back: small, but with everything a process can have.
enum SmallProcess {
    static let file = step("file", by: ["asker"], state: "Ingediend", isStart: true)
    static let note = step("note", by: ["asker", "desk"], after: [])
    static let forward = step(
        "forward", after: ["file", "reopen"], state: "Bij de partijen", fanOut: "party")
    static let remind = step("remind", after: ["forward"], isInBranch: true)
    static let assess = step(
        "assess", by: ["party"], after: ["forward"], state: "Beoordeeld", isInBranch: true)
    static let collate = step("collate", after: ["assess"], state: "Beantwoord", isEnd: true, join: .all)
    static let withdraw = step(
        "withdraw", by: ["asker"], after: ["file", "forward"], state: "Ingetrokken", isEnd: true)
    static let reopen = step("reopen", by: ["asker"], after: ["collate"], state: "Heropend")

    static let steps = [file, note, forward, remind, assess, collate, withdraw, reopen]
    static let terms = [
        ProcessTerm(key: "whole", title: "Alles", from: ["file", "reopen"], until: ["collate"], on: "desk"),
        ProcessTerm(key: "assess", title: "Beoordelen", from: ["forward"], until: ["assess"], on: "party"),
        ProcessTerm(
            key: "update", title: "Bijwerken", from: ["file", "note"], until: ["note"], on: "desk"),
    ]
    static let pauses = [
        ProcessPause(
            key: "waiting", title: "Wacht op de aanvrager", during: ["file", "forward"], by: ["desk"],
            responsible: "asker"),
        ProcessPause(key: "always", title: "Wacht", during: [], by: ["desk"], responsible: "asker"),
    ]

    static let process = with()

    /// The process with other parts.
    static func with(
        steps: [ProcessStep] = steps, terms: [ProcessTerm] = terms, pauses: [ProcessPause] = pauses,
        roles: [String] = ["asker", "desk", "party"]
    ) -> ProcessType {
        ProcessType(
            key: "small", title: "Klein", purpose: "Iets vragen.", requirements: ["BVV-14"],
            roles: roles.map { ProcessRole(key: $0, title: "De \($0)") }, form: [], steps: steps,
            terms: terms, pauses: pauses, links: [], assumptions: [])
    }

    /// The process with one step in place of the one with its key, or added to it.
    static func replacing(_ step: ProcessStep) -> ProcessType {
        let isThere = steps.contains { $0.key == step.key }
        return with(steps: isThere ? steps.map { $0.key == step.key ? step : $0 } : steps + [step])
    }

    static func step(
        _ key: String, by: [String] = ["desk"], after: [String] = [], state: String? = nil,
        isStart: Bool = false, isEnd: Bool = false, guards: [Guard] = [], tells: [Tell] = [],
        fanOut: String? = nil, isInBranch: Bool = false, join: ProcessStep.Join? = nil
    ) -> ProcessStep {
        ProcessStep(
            key: key, title: "Stap \(key)", by: by, after: after, state: state, isStart: isStart,
            isEnd: isEnd,
            form: [], guards: guards, tells: tells, fanOut: fanOut, isInBranch: isInBranch, join: join)
    }

    /// A step taken some minutes after the beginning of time.
    static func event(
        _ step: String, by role: String, in branch: String? = nil, opens: [String] = [], minute: Int64
    ) -> CaseEvent {
        CaseEvent(step: step, role: role, branch: branch, opens: opens, at: moment(minute))
    }

    static func moment(_ minute: Int64) -> Instant { Instant(seconds: minute * 60) }

    /// A case that was filed and put to two parties.
    static let forwarded = [
        event("file", by: "asker", minute: 0),
        event("forward", by: "desk", opens: ["uwv", "svb"], minute: 1),
    ]
}
