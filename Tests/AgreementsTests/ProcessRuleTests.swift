import Agreements
import CivilTime
import Testing

struct ProcessRuleTests {
    /// For each rule the least that is known of a case for it to be met.
    private static let meeting: [Guard: CaseFacts] = [
        .designated: CaseFacts(isDesignated: true),
        .noticeKept: CaseFacts(isNoticeKept: true),
        .priorityOne: CaseFacts(priority: 1),
        .disturbanceLinked: CaseFacts(links: [CaseFacts.Link(type: "disturbance", priority: 3)]),
        .seriousDisturbanceLinked: CaseFacts(links: [CaseFacts.Link(type: "disturbance", priority: 1)]),
        .outsideOpeningHours: CaseFacts(isOutsideOpeningHours: true),
        .notReserved: CaseFacts(),
        .inCatalogue: CaseFacts(isInCatalogue: true),
        .mandated: CaseFacts(isMandated: true),
    ]

    @Test(arguments: Guard.allCases)
    func `a rule is met by its own fact only, and what is not known counts against it`(rule: Guard) throws {
        #expect(rule.isMet(by: try #require(Self.meeting[rule])))
        for (other, facts) in Self.meeting where other != rule && rule != .notReserved {
            let implies = rule == .disturbanceLinked && other == .seriousDisturbanceLinked
            #expect(rule.isMet(by: facts) == implies, "\(rule) by the facts of \(other)")
        }
        #expect(rule.demand.hasSuffix("."))
    }

    @Test func `BVV-18 what somebody else has reserved is not free`() {
        #expect(!Guard.notReserved.isMet(by: CaseFacts(isReservedByOther: true)))
    }

    @Test func `DAP-14 a disturbance of priority 1 or a calamity is serious, priority 2 is not`() {
        func facts(_ type: String, _ priority: Int?) -> CaseFacts {
            CaseFacts(links: [CaseFacts.Link(type: type, priority: priority)])
        }
        #expect(Guard.seriousDisturbanceLinked.isMet(by: facts("calamity", nil)))
        #expect(!Guard.seriousDisturbanceLinked.isMet(by: facts("disturbance", 2)))
        #expect(!Guard.priorityOne.isMet(by: CaseFacts(priority: 2)))
    }

    @Test func `a step whose rule is not met changes nothing, and a recorded step is not asked again`() throws
    {
        let guarded = SmallProcess.step(
            "file", by: ["asker"], state: "Ingediend", isStart: true, guards: [.noticeKept])
        let process = SmallProcess.replacing(guarded)
        let file = SmallProcess.event("file", by: "asker", minute: 0)
        var course = CaseCourse(process)
        #expect(throws: StepRefusal.ruleNotMet(.noticeKept)) {
            try course.take(file, knowing: CaseFacts())
        }
        #expect(course.events.isEmpty)
        try course.take(file, knowing: CaseFacts(isNoticeKept: true))
        #expect(course.events == [file])
        #expect(try CaseCourse(process, events: [file]).events == [file])
    }
}
