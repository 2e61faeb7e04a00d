import Agreements
import Testing

struct ProcessWalkTests {
    @Test func `BVV-14 an extra opening goes to each party, is assessed by all and sent back`() throws {
        var walk = try Walk("extra-opening")
        #expect(
            walk.refusal("file", by: "requester", knowing: CaseFacts())
                == "De aanvraag moet zo ver vooraf komen als is afgesproken.")
        try walk.take("file", by: "requester")
        #expect(walk.open == ["forward", "withdraw"])
        try walk.take("forward", by: "desk", opens: ["UWV", "SVB"])
        #expect(walk.course.state == "Bij de partijen")
        #expect(
            walk.refusal("collate", by: "desk")
                == "‘Totaalbeeld sturen’ kan nog niet. Er wordt gewacht op: UWV; SVB.")
        try walk.take("assess", by: "granting", in: "UWV")
        try walk.take("assess", by: "granting", in: "SVB")
        let lastAssessed = walk.course.events.last?.at
        try walk.take("collate", by: "desk")
        #expect(walk.course.isEnded)
        #expect(walk.course.termCourses.last?.started == lastAssessed)
        #expect(
            walk.course.termCourses.map { [$0.term, $0.branch].compactMap { $0 } } == [
                ["forward"], ["settle"], ["assess", "UWV"], ["assess", "SVB"], ["collate"],
            ])
        #expect(walk.course.termCourses.allSatisfy { !$0.isRunning && $0.ended == nil })
    }

    @Test func `BVV-14 a request may be withdrawn while the parties assess it`() throws {
        var walk = try Walk("extra-opening")
        try walk.take("file", by: "requester")
        try walk.take("forward", by: "desk", opens: ["UWV", "SVB"])
        try walk.take("assess", by: "granting", in: "UWV")
        try walk.take("withdraw", by: "requester")
        #expect(walk.course.state == "Ingetrokken")
        #expect(walk.open == [])
        let ended = walk.course.termCourses.filter { $0.ended != nil }
        #expect(ended.map(\.branch).contains("SVB"))
    }

    @Test func `DAP-05 a change goes from wish over two analyses and a decision to a release`() throws {
        var walk = try Walk("non-standard-change")
        #expect(
            walk.refusal("file", by: "requester", knowing: CaseFacts())
                == "Alleen wie de eigen organisatie hiervoor heeft aangewezen, mag dit doen.")
        try walk.take("file", by: "requester")
        #expect(walk.refusal("approve", by: "board")?.contains("Impactanalyse met de leverancier") == true)
        try walk.take("analyse", by: "assessor")
        try walk.take("assess-impact", by: "supplier")
        try walk.take("ask-impact", by: "assessor", opens: ["Belastingdienst", "RDW"])
        try walk.take("discuss", by: "assessor")
        try walk.take("state-impact", by: "customer", in: "RDW")
        #expect(walk.refusal("gather-impact", by: "assessor")?.hasSuffix("Belastingdienst.") == true)
        try walk.take("state-impact", by: "customer", in: "Belastingdienst")
        try walk.take("gather-impact", by: "assessor")
        #expect(
            walk.refusal("approve", by: "requester")
                == "‘Goedkeuren’ is een stap voor: Wie besluit, zoals de Change Advisory Board.")
        for (step, role) in [
            ("approve", "board"), ("plan", "planner"), ("carry-out", "supplier"), ("roll-back", "supplier"),
            ("plan", "planner"), ("carry-out", "supplier"), ("accept", "requester"),
        ] {
            try walk.take(step, by: role)
        }
        #expect(walk.course.state == "Afgerond")
        let leadTime = try #require(walk.course.termCourses.first { $0.term == "lead-time" })
        #expect(leadTime.stops.count == 2)
    }

    @Test func `DAP-05 a change without customers to ask goes straight to the decision`() throws {
        var walk = try Walk("non-standard-change")
        try walk.take("file", by: "assessor")
        try walk.take("analyse", by: "assessor")
        try walk.take("assess-impact", by: "assessor")
        try walk.take("refuse", by: "board")
        #expect(walk.course.state == "Afgewezen")
        #expect(walk.course.isEnded)
    }

    @Test func `DAP-12 a calamity is taken over, told at intervals, becomes a crisis and is signed off`()
        throws
    {
        var walk = try Walk("calamity")
        try walk.take("declare", by: "standby-lead")
        #expect(
            walk.refusal("take-over", by: "standby-lead")
                == "‘Leiding overnemen van de stand-by manager’ is een stap voor: "
                + "De dienstdoende calamiteitenmanager.")
        try walk.take("state-consequences", by: "calamity-lead")
        try walk.take("take-over", by: "calamity-lead")
        try walk.take("inform", by: "calamity-lead")
        try walk.take("inform", by: "calamity-lead")
        try walk.take("escalate", by: "customer-lead")
        try walk.take("fall-back", by: "calamity-lead")
        try walk.take("hand-over", by: "owner")
        #expect(walk.course.state == "Crisis")
        try walk.take("resolve", by: "calamity-lead")
        #expect(
            walk.course.termCourses.filter { $0.term == "update" }.map(\.isRunning) == [false, false, false])
        try walk.take("sign-off", by: "calamity-lead")
        #expect(walk.course.isEnded)
        try walk.take("relapse", by: "customer-lead")
        #expect(!walk.course.isEnded)
        #expect(walk.course.termCourses.first { $0.term == "resolution" }?.isRunning == true)
    }

    @Test func `SNO-63, DAP-11 and SSC-09 a disturbance of priority 1 is told, evaluated and reopened`()
        throws
    {
        var walk = try Walk("disturbance")
        try walk.take("report", by: "reporter")
        #expect(
            walk.refusal("alert", by: "lead", knowing: CaseFacts(priority: 2))
                == "Dit kan alleen bij prioriteit 1.")
        for (step, role) in [
            ("alert", "desk"), ("take-up", "desk"), ("reprioritise", "lead"), ("agree-moment", "desk"),
            ("solve", "handler"), ("evaluate", "lead"), ("close", "desk"), ("reopen", "reporter"),
        ] {
            try walk.take(step, by: role)
        }
        #expect(walk.course.state == "Heropend")
        let courses = walk.course.termCourses
        #expect(courses.first { $0.term == "resolution" }?.isRunning == true)
        #expect(courses.first { $0.term == "reaction" }?.isRunning == false)
        #expect(walk.course.openPauses.map(\.responsible) == ["reporter", "customer"])
    }

    @Test func `DAP-15 a disturbance at the afnemer is reported, updated and signed off by the afnemer`()
        throws
    {
        var walk = try Walk("disturbance")
        try walk.take("report-own", by: "reporter")
        #expect(walk.open == ["update-own", "sign-off"])
        try walk.take("update-own", by: "reporter")
        try walk.take("sign-off", by: "reporter")
        #expect(walk.course.termCourses.map(\.term) == ["own-resolution"])
    }

    @Test func `DAP-30 planners weigh each their own planning before it is escalated with one advice`() throws
    {
        var walk = try Walk("planning-conflict")
        try walk.take("notice", by: "planner")
        try walk.take("raise", by: "planner")
        try walk.take("convene", by: "lead", opens: ["A", "B", "C"])
        for party in ["C", "A"] { try walk.take("weigh", by: "planner", in: party) }
        #expect(walk.refusal("compare", by: "lead")?.hasSuffix("Er wordt gewacht op: B.") == true)
        try walk.take("weigh", by: "planner", in: "B")
        for (step, role) in [
            ("compare", "lead"), ("escalate", "lead"), ("decide", "council"), ("adjust", "lead"),
        ] {
            try walk.take(step, by: role)
        }
        #expect(walk.course.state == "Planning aangepast")
    }
}
