import AgreementFiles
import Agreements
import Testing

struct WrongFileTests {
    @Test func `the small agreement is right, so that each mistake below is the only one`() {
        #expect(problems(of: SmallAgreement.text).isEmpty)
    }

    @Test(
        arguments: [
            ("edition: \"1\"", "edition: \"1\"\nwhatever: x", nil, "whatever"),
            ("rank: 1", "rank: 1\n  owner: x", nil, "document.owner"),
            ("side: provider", "side: provider\n    tel: x", nil, "parties[1].tel"),
            ("title: Werkdagen\n    party", "title: Werkdagen\n    who: x\n    party", "KL-01", "who"),
            ("days: ma-vr", "days: ma-vr\n      zone: x", "KL-01", "calendar.zone"),
            ("easter: 1", "easter: 1\n          off: x", "KL-01", "calendar.holidays[3].off"),
            ("hours: closed", "hours: closed\n          off: x", "KL-01", "calendar.deviating_days[1].off"),
            ("attended: false", "attended: false\n        zone: x", "KL-01", "service_windows[2].zone"),
            ("downtime: none", "downtime: none\n        zone: x", "KL-01", "maintenance_windows[2].zone"),
            ("by_turn: true", "by_turn: true\n        phone: x", "KL-02", "roles[2].phone"),
            ("means: Niets werkt", "means: Niets werkt\n        is: x", "KL-02", "priorities[1].is"),
            ("low: [2, 2]", "low: [2, 2]\n      is: x", "KL-02", "priority_matrix.is"),
            ("environment: test", "environment: test\n        is: x", "KL-02", "fixed_priorities[1].is"),
            ("term: resolution", "term: resolution\n        is: x", "KL-03", "norms[1].is"),
            (
                "title: Portaal\n        windows", "title: Portaal\n            is: x\n        windows",
                "KL-03",
                "norms[10].functions[1].is"
            ),
            ("late: counts_as_outage", "late: counts_as_outage\n        is: x", "KL-03", "notices[1].is"),
            ("settled_at_least: 4 dagen", "settled_at_least: 4 dagen\n        is: x", "KL-03", "plans[1].is"),
            ("level: general", "level: general\n        is: x", "KL-04", "documents[1].is"),
            ("first_consult: true", "first_consult: true\n        is: x", "KL-04", "escalations[1].is"),
            ("agenda: [Cijfers]", "agenda: [Cijfers]\n        is: x", "KL-04", "meetings[1].is"),
            ("clauses: [KL-03]", "clauses: [KL-03]\n        is: x", "KL-04", "reports[1].is"),
            (
                "may_be_withheld: true", "may_be_withheld: true\n        is: x", "KL-04",
                "communications[1].is"
            ),
            ("in_quarter: 1", "in_quarter: 1\n        is: x", "KL-04", "duties[1].is"),
            ("cause: internet", "cause: internet\n        is: x", "KL-04", "exclusions[1].is"),
            ("- type: disturbance", "- type: disturbance\n        is: x", "KL-04", "processes[1].is"),
            ("type: text", "type: text\n            is: x", "KL-04", "processes[1].form[1].is"),
        ] as [(String, String, String?, String)])
    func `a key that nothing reads is refused wherever it stands`(
        from: String, to: String, clause: String?, key: String
    ) throws {
        let found = try SmallAgreement.problems(from, to)
        #expect(found.map(\.key) == [key])
        #expect(found.map(\.clause) == [clause])
        #expect(found.allSatisfy { $0.line > 1 && $0.found.hasPrefix("the key '") })
    }

    @Test func `a missing key is told with what is expected there`() throws {
        let found = try SmallAgreement.problems("        maximum: 225\n", "")
        #expect(found.map(\.key) == ["norms[3].maximum"])
        #expect(found.map(\.found) == ["nothing: the key is missing"])
    }

    @Test func `a clause that sets nothing is refused`() throws {
        let found = try SmallAgreement.problems(
            "  - id: KL-04",
            "  - id: KL-05\n    paragraph: '1'\n    title: T\n    party: gever\n  - id: KL-04")
        #expect(found.map(\.clause) == ["KL-05"])
        #expect(found.map(\.expected) == ["a text or something that the clause sets"])
    }

    @Test func `an assumption without a reason is refused, and one that says it is none`() throws {
        let without = try SmallAgreement.problems("true\nparties", "{value: true, assumed: true}\nparties")
        #expect(without.map(\.key) == ["holds_until_replaced.reason"])
        let none = try SmallAgreement.problems(
            "true\nparties", "{value: true, assumed: false, reason: Zo is het}\nparties")
        #expect(none.map(\.key) == ["holds_until_replaced.assumed"])
    }

    @Test func `a value, a list and a mapping may be assumed, each with its reason`() throws {
        let file = try AgreementFile(
            name: "small.yaml",
            text: SmallAgreement.text
                .replacing("share: 85 %", with: "share: {value: 85 %, assumed: true, reason: Een}")
                .replacing(
                    "warn_at: [50 %]", with: "warn_at: {value: [50 %, 75 %], assumed: true, reason: Twee}"
                )
                .replacing(
                    "rows:\n", with: "rows:\n        assumed: true\n        reason: Drie\n        value:\n"
                )
                .replacing("        high: [1, 2]\n", with: "          high: [1, 2]\n")
                .replacing("        low: [2, 2]\n", with: "          low: [2, 2]\n"))
        let assumptions = file.agreement.clauses.flatMap(\.assumptions)
        #expect(assumptions.map(\.reason) == ["Drie", "Een", "Twee"])
        #expect(assumptions.map(\.key) == ["priority_matrix.rows", "norms[1].share", "norms[1].warn_at"])
        #expect(assumptions.map(\.value) == ["lijst", "85 %", "50 %, 75 %"])
    }

    @Test func `all mistakes of a file come together, in order, with their lines`() throws {
        let text = SmallAgreement.text
            .replacing("maximum: 225", with: "maximum: wrong").replacing("days: ma-vr", with: "days: wrong")
            .replacing("every: kwartaal", with: "every: wrong")
        let found = problems(of: text)
        #expect(found.map(\.clause) == ["KL-01", "KL-03", "KL-04"])
        #expect(found.map(\.found) == ["'wrong'", "'wrong'", "'wrong'"])
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(found.allSatisfy { lines[$0.line - 1].contains("wrong") })
    }

    @Test func `the mistakes that are told are bounded`() {
        let clauses = (1...200).map { "  - id: X-\($0)\n" }.joined()
        #expect(problems(of: "clauses:\n" + clauses).count == AgreementFileError.problemLimit)
    }

    @Test(arguments: [
        "", "a: [", "a: 1\na: 2", "- 1", "text", "a: 1\n---\nb: 2", "? [a]\n: 1", "clauses: {}",
    ])
    func `what is no agreement is refused, not crashed on`(text: String) {
        #expect(!problems(of: text).isEmpty)
    }

    @Test func `a file over the limit is refused before it is read`() {
        let text = String(repeating: "#", count: AgreementFile.sizeLimitBytes + 1)
        #expect(problems(of: text).map(\.expected) == ["at most 1000000 bytes"])
    }

    @Test func `aliases that stand for more than a file can hold are refused`() {
        let windows = Array(repeating: "{key: a}", count: 300).joined(separator: ", ")
        let clauses = Array(repeating: "{service_windows: *w}", count: 400).joined(separator: ", ")
        let found = problems(of: "windows: &w [\(windows)]\nclauses: [\(clauses)]\n")
        #expect(found.count == AgreementFileError.problemLimit)
        #expect(found.contains { $0.expected == "at most 100000 places" })
    }
}
