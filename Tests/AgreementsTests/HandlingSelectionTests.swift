import Agreements
import CivilTime
import Testing

struct HandlingSelectionTests {
    private func results(
        _ clauses: [Clause], _ record: CaseRecord, asOf: String = "2026-12-01 12:00"
    ) throws -> [HandlingResult] {
        try agreement(clauses).handlingResults(of: [record], asOf: try at(asOf))
    }

    /// High, middle and low, as in SNO-35.
    private var matrix: PriorityMatrix {
        let degrees = ["high", "middle", "low"].map { Degree(key: $0, title: $0, meaning: nil) }
        return PriorityMatrix(
            impact: degrees, urgency: degrees, rows: [[1, 2, 3], [2, 3, 3], [3, 3, 3]])
    }

    private func classified(
        _ impact: String?, _ urgency: String?, priority: Int? = nil, environment: Environment = .production
    ) throws -> CaseRecord {
        let registered = try at("2026-04-13 09:00")
        return CaseRecord(
            id: "M-1", process: "disturbance", registeredAt: registered, environment: environment,
            classifications: [
                Classification(at: registered, impact: impact, urgency: urgency, priority: priority)
            ], terms: ["resolution": TermRun(start: registered, stops: [])])
    }

    private func byPriority(_ fill: (inout Clause.Contents) -> Void = { _ in }) -> [Clause] {
        let lines = [1, 2, 3].map { priority in
            handling(
                "Prio \(priority)", continuous(Int64(priority) * .hour), CaseSelection(priority: priority))
        }
        return [
            clause("SNO-35", lines) { contents in
                contents.priorityMatrix = matrix
                fill(&contents)
            }
        ]
    }

    @Test func `SNO-40 the line that selects more holds, also from another clause`() throws {
        let office = try officeHours()
        let clauses = [
            clause(
                "SNO-37",
                [
                    handling(
                        "Prio 1", continuous(6 * .hour),
                        CaseSelection(priority: 1, environment: .production))
                ]),
            clause(
                "SNO-40",
                [
                    handling(
                        "Prio 1 Berichtenbox", continuous(6 * .hour),
                        CaseSelection(priority: 1, environment: .production, component: "message-box"),
                        starts: office)
                ]),
        ]
        let box = try disturbance("2026-04-18 12:00", component: "message-box")
        let found = try results(clauses, box)
        #expect(found.map(\.clause) == ["SNO-40"])
        #expect(found.map { shown($0.deadline) } == ["2026-04-20 14:00"])
        let portal = try results(clauses, try disturbance("2026-04-18 12:00", component: "portal"))
        #expect(portal.map(\.clause) == ["SNO-37"])
        #expect(portal.map { shown($0.deadline) } == ["2026-04-18 18:00"])
    }

    @Test func `lines that select as much are clocks of their own`() throws {
        let clauses = [
            clause(
                "SNO-43", [handling("Eerste", continuous(.hour)), handling("Tweede", continuous(2 * .hour))])
        ]
        #expect(
            try results(clauses, try disturbance("2026-04-13 09:00")).map { shown($0.deadline) }
                == ["2026-04-13 10:00", "2026-04-13 11:00"])
    }

    @Test(arguments: [
        ("high", "high", 1), ("middle", "high", 2), ("high", "middle", 2), ("middle", "middle", 3),
    ])
    func `SNO-35 the priority follows from impact and urgency`(
        impact: String, urgency: String, priority: Int
    ) throws {
        let found = try results(byPriority(), try classified(impact, urgency))
        #expect(found.map(\.priority) == [priority])
        #expect(found.map(\.normLine.text) == ["Prio \(priority)"])
    }

    @Test func `DAP-11 a priority that was set goes before the matrix`() throws {
        #expect(try results(byPriority(), try classified("low", "low", priority: 1)).map(\.priority) == [1])
    }

    @Test func `BVV-05 in the test environment an incident has priority 3, whatever was set`() throws {
        let clauses = byPriority { $0.fixedPriorities = [FixedPriority(environment: .test, priority: 3)] }
        let found = try results(clauses, try classified("high", "high", priority: 1, environment: .test))
        #expect(found.map(\.priority) == [3])
    }

    @Test func `a case without impact or urgency has no priority and falls under no line on one`() throws {
        #expect(try results(byPriority(), try classified(nil, "high")).isEmpty)
    }

    @Test(arguments: [
        ("low", "low", Int64(80)), ("high", "low", 24), ("low", "high", 8), ("high", "high", 4),
    ])
    func `SSC-05 each cell of the matrix has a time of its own`(
        impact: String, urgency: String, budgetHours: Int64
    ) throws {
        let rows: [[Int64]] = [[4, 8, 8], [8, 24, 40], [24, 40, 80]]
        let norm = HandlingNorm(
            process: "disturbance", term: "resolution", selection: CaseSelection(),
            limits: .perCell(rows.map { row in row.map { working($0 * .hour) } }), share: nil,
            window: try officeHours(), startsIn: nil, standing: .norm, counted: .resolved,
            onPriorityChange: .fromRegistration, warnings: [], counterClock: nil)
        let clauses = [clause("SSC-05", [line("Oplostijd", norm)]) { $0.priorityMatrix = matrix }]
        let found = try results(clauses, try classified(impact, urgency))
        #expect(found.map(\.budgetMicroseconds) == [budgetHours * .hour])
        let unknown = try results(clauses, try classified(nil, nil, priority: 2))
        #expect(unknown.map(\.outcome) == [.withoutTerm])
        #expect(unknown.first?.gap?.hasPrefix("De impact of urgentie") == true)
    }

    @Test func `DAP-02 a specific part is for its parties only, and goes before the generic one`() throws {
        let clauses = [
            clause("DAP-10", [handling("Generiek", continuous(2 * .hour))]),
            clause("DAP-11", [handling("Specifiek", continuous(.hour))], appliesTo: ["uwv"]),
        ]
        #expect(
            try results(clauses, try disturbance("2026-04-13 09:00", party: "uwv")).map(\.clause) == [
                "DAP-11"
            ])
        #expect(
            try results(clauses, try disturbance("2026-04-13 09:00", party: "svb")).map(\.clause) == [
                "DAP-10"
            ])
    }

    @Test func `an environment in which the window never opens has no term, and says so`() throws {
        let clauses = [
            clause("SNO-33", [handling("Prio 2", working(20 * .hour), window: try officeHours())])
        ]
        let found = try results(clauses, try disturbance("2026-04-13 09:00", environment: .preproduction))
        #expect(found.map(\.outcome) == [.withoutTerm])
        #expect(found.first?.gap == "Kantooruren is in deze omgeving nooit open.")
    }

    @Test func `a case under no norm gives no result`() throws {
        let clauses = [clause("SNO-42", [handling("Vraag", continuous(.hour), process: "question")])]
        #expect(try results(clauses, try disturbance("2026-04-13 09:00")).isEmpty)
    }

    @Test(arguments: [
        (HandlingNorm.PriorityChange.fromRegistration, "2026-04-13 15:00"),
        (.fromChange, "2026-04-13 18:00"),
    ])
    func `a raised priority counts from registration or from the change (case 23)`(
        counting: HandlingNorm.PriorityChange, deadline: String
    ) throws {
        let clauses = [
            clause(
                "BVV-03",
                [
                    handling(
                        "Prio 1", continuous(6 * .hour), CaseSelection(priority: 1),
                        onPriorityChange: counting),
                    handling(
                        "Prio 3", continuous(30 * .hour), CaseSelection(priority: 3),
                        onPriorityChange: counting),
                ])
        ]
        let found = try results(
            clauses, try changing(3, to: 1, at: "2026-04-13 12:00"), asOf: "2026-04-13 13:00")
        #expect(found.map(\.priority) == [1])
        #expect(found.map { shown($0.deadline) } == [deadline])
    }

    @Test func `a case that was late under one priority is judged by that one after it is lowered (case 23)`()
        throws
    {
        let found = try results(byPriority(), try changing(1, to: 3, at: "2026-04-13 11:00"))
        #expect(found.map(\.priority) == [1])
        #expect(found.map(\.outcome) == [.late])
        #expect(found.map { shown($0.deadline) } == ["2026-04-13 10:00"])
    }

    @Test func `a priority lowered in time is judged by the lower one (SSC-09)`() throws {
        let record = try changing(1, to: 3, at: "2026-04-13 09:30", solved: "2026-04-13 11:30")
        #expect(try results(byPriority(), record).map(\.outcome) == [.kept])
        #expect(try results(byPriority(), record).map(\.priority) == [3])
    }

    @Test func `raised past its deadline a case is late at the change, by the change (case 23)`() throws {
        let found = try results(byPriority(), try changing(3, to: 1, at: "2026-04-13 11:00"))
        #expect(found.map { shown($0.deadline) } == ["2026-04-13 11:00"])
        #expect(found.first?.reading.breach?.cause == .reclassification)
        #expect(found.first?.explanation.last?.hasSuffix("door een nieuwe prioriteit.") == true)
    }

    @Test func `a priority changed after the case was solved means nothing`() throws {
        let record = try changing(1, to: 3, at: "2026-04-13 11:00", solved: "2026-04-13 09:59")
        #expect(try results(byPriority(), record).map(\.priority) == [1])
        #expect(try results(byPriority(), record).map(\.outcome) == [.kept])
    }

    private func changing(
        _ first: Int, to second: Int, at change: String, solved: String? = nil
    ) throws -> CaseRecord {
        let registered = try at("2026-04-13 09:00")
        return CaseRecord(
            id: "M-1", process: "disturbance", registeredAt: registered, environment: .production,
            classifications: [
                Classification(at: registered, impact: nil, urgency: nil, priority: first),
                Classification(at: try at(change), impact: nil, urgency: nil, priority: second),
            ],
            terms: [
                "resolution": TermRun(start: registered, stops: try solved.map { [try stop($0)] } ?? [])
            ])
    }
}
