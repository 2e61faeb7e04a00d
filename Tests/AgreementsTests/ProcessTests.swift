import Agreements
import CivilTime
import Testing

struct ProcessTests {
    private typealias Small = SmallProcess

    private func refusal(_ events: [CaseEvent], of process: ProcessType = Small.process) -> StepRefusal? {
        do throws(StepRefusal) {
            _ = try CaseCourse(process, events: events)
            return nil
        } catch {
            return error
        }
    }

    private func open(_ course: CaseCourse) -> [String] {
        course.openSteps.map { [$0.step.key, $0.branch].compactMap { $0 }.joined(separator: " of ") }
    }

    @Test func `a case begins once, with a step that begins it`() throws {
        var course = CaseCourse(Small.process)
        #expect(open(course) == ["file"])
        #expect(course.state == nil)
        #expect(course.openPauses.isEmpty)
        try course.take(Small.event("file", by: "asker", minute: 0), knowing: CaseFacts())
        #expect(course.state == "Ingediend")
        #expect(open(course) == ["note", "forward", "withdraw"])
        let again = course.refusal(of: Small.event("file", by: "asker", minute: 1))
        #expect(again == .begunBefore(step: "Stap file"))
        #expect(
            refusal([Small.event("forward", by: "desk", opens: ["uwv"], minute: 0)])
                == .notBegun(step: "Stap forward", starts: ["Stap file"]))
    }

    @Test func `a step is for its roles only`() {
        #expect(
            refusal([Small.event("file", by: "desk", minute: 0)])
                == .otherRole(step: "Stap file", roles: ["De asker"]))
        #expect(refusal([Small.event("fiel", by: "asker", minute: 0)]) == .unknownStep("fiel"))
    }

    @Test func `a step without a state leaves the case where it was, again and again`() throws {
        let notes = (2...4).map { Small.event("note", by: "desk", minute: $0) }
        let course = try CaseCourse(Small.process, events: Small.forwarded + notes)
        #expect(course.state == "Bij de partijen")
        #expect(course.branches.map(\.party) == ["uwv", "svb"])
        #expect(course.events.count == 5)
    }

    @Test func `each party takes the step of its own branch, and they meet when all have`() throws {
        var events = Small.forwarded
        var course = try CaseCourse(Small.process, events: events)
        #expect(
            open(course)
                == [
                    "note", "remind of uwv", "remind of svb", "assess of uwv", "assess of svb", "withdraw",
                ])
        let collate = Small.event("collate", by: "desk", minute: 9)
        #expect(
            course.refusal(of: collate) == .waitingFor(step: "Stap collate", parties: ["uwv", "svb"]))
        events.append(Small.event("assess", by: "party", in: "svb", minute: 2))
        course = try CaseCourse(Small.process, events: events)
        #expect(course.branches.map(\.position.state) == ["Bij de partijen", "Beoordeeld"])
        #expect(course.refusal(of: collate) == .waitingFor(step: "Stap collate", parties: ["uwv"]))
        events.append(Small.event("assess", by: "party", in: "uwv", minute: 3))
        course = try CaseCourse(Small.process, events: events)
        #expect(open(course) == ["note", "collate", "withdraw"])
        course = try CaseCourse(Small.process, events: events + [collate])
        #expect(course.isEnded)
        #expect(course.branches.isEmpty)
        #expect(open(course) == ["reopen"])
    }

    @Test func `where any branch suffices the first is enough`() throws {
        let any = Small.step("collate", after: ["assess"], state: "Beantwoord", isEnd: true, join: .any)
        let process = Small.replacing(any)
        let collate = Small.event("collate", by: "desk", minute: 9)
        #expect(
            refusal(Small.forwarded + [collate], of: process)
                == .waitingFor(step: "Stap collate", parties: ["uwv", "svb"]))
        let assessed = Small.event("assess", by: "party", in: "svb", minute: 2)
        #expect(try CaseCourse(process, events: Small.forwarded + [assessed, collate]).isEnded)
    }

    @Test func `a step in a branch names a party whose branch is open and has come so far`() {
        let assess = Small.event("assess", by: "party", in: "uwv", minute: 2)
        #expect(
            refusal(Small.forwarded + [Small.event("assess", by: "party", minute: 2)])
                == .outsideBranch(step: "Stap assess"))
        #expect(
            refusal(Small.forwarded + [Small.event("assess", by: "party", in: "brp", minute: 2)])
                == .unknownBranch(party: "brp"))
        #expect(
            refusal(Small.forwarded + [Small.event("note", by: "desk", in: "uwv", minute: 2)])
                == .unknownBranch(party: "uwv"))
        #expect(
            refusal(Small.forwarded + [assess, assess])
                == .notNow(step: "Stap assess", state: "Beoordeeld", after: ["Stap forward"]))
    }

    @Test func `a step outside the branches that moves the case closes them`() throws {
        let withdraw = Small.event("withdraw", by: "asker", minute: 2)
        let course = try CaseCourse(Small.process, events: Small.forwarded + [withdraw])
        #expect(course.branches.isEmpty)
        #expect(course.openSteps.isEmpty)
        #expect(course.openPauses.isEmpty)
        #expect(
            refusal(Small.forwarded + [withdraw, Small.event("note", by: "desk", minute: 3)])
                == .notNow(step: "Stap note", state: "Ingetrokken", after: []))
    }

    @Test func `a fan-out says for which parties, each once, and other steps open nothing`() {
        let file = Small.event("file", by: "asker", minute: 0)
        let none = StepRefusal.noParties(step: "Stap forward", role: "De party")
        #expect(refusal([file, Small.event("forward", by: "desk", minute: 1)]) == none)
        #expect(
            refusal([file, Small.event("forward", by: "desk", opens: ["uwv", "uwv"], minute: 1)]) == none)
        #expect(
            refusal([Small.event("file", by: "asker", opens: ["uwv"], minute: 0)])
                == .opensNothing(step: "Stap file"))
    }

    @Test func `a step is not earlier than the one before it`() {
        let early = Small.event("note", by: "desk", minute: 0)
        #expect(refusal(Small.forwarded + [early]) == .beforeEarlierStep(step: "Stap note"))
    }

    @Test func `a pause may be set after the steps it names, or at any time until the end`() throws {
        let course = try CaseCourse(Small.process, events: Small.forwarded)
        #expect(course.openPauses.map(\.key) == ["waiting", "always"])
        let assessed = ["uwv", "svb"].map { Small.event("assess", by: "party", in: $0, minute: 2) }
        let collate = Small.event("collate", by: "desk", minute: 3)
        let reopen = Small.event("reopen", by: "asker", minute: 4)
        let ended = try CaseCourse(Small.process, events: Small.forwarded + assessed + [collate])
        #expect(ended.openPauses.isEmpty)
        let again = try CaseCourse(Small.process, events: ended.events + [reopen])
        #expect(again.openPauses.map(\.key) == ["always"])
    }

    @Test func `a refusal is told in Dutch with what to do`() {
        #expect(
            "\(StepRefusal.waitingFor(step: "Totaalbeeld sturen", parties: ["UWV", "SVB"]))"
                == "‘Totaalbeeld sturen’ kan nog niet. Er wordt gewacht op: UWV; SVB.")
        #expect(
            "\(StepRefusal.otherRole(step: "Beoordelen", roles: ["De bron"]))"
                == "‘Beoordelen’ is een stap voor: De bron.")
        #expect(
            "\(StepRefusal.ruleNotMet(.priorityOne))" == "Dit kan alleen bij prioriteit 1.")
    }
}
