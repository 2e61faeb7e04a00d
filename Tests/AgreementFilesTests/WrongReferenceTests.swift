import AgreementFiles
import Agreements
import Testing

/// Things that are named and are not there, or are there twice.
struct WrongReferenceTests {
    @Test(arguments: [
        (
            "    party: gever\n    about", "    party: mij\n    about", "KL-03", "party",
            "parties gever, nemer"
        ),
        ("applies_to: [nemer]", "applies_to: [mij]", "KL-03", "applies_to[1]", "parties gever, nemer"),
        (
            "calendar: werkdagen\n        hours", "calendar: dagen\n        hours", "KL-01",
            "service_windows[1].calendar", "calendars werkdagen"
        ),
        ("starts: kantoor", "starts: winkel", "KL-03", "norms[1].starts", "service windows kantoor, piket"),
        (
            "counter_window: kantoor", "counter_window: x", "KL-03", "norms[1].counter_window",
            "service windows kantoor, piket"
        ),
        (
            "counter_except: [gever]", "counter_except: [x]", "KL-03", "norms[1].counter_except[1]",
            "parties gever, nemer"
        ),
        ("window: piket", "window: portaal", "KL-03", "norms[3].window", "service windows kantoor, piket"),
        ("priority: 1", "priority: 3", "KL-03", "norms[1].priority", "priorities 1, 2"),
        ("priority: 2", "priority: 3", "KL-02", "fixed_priorities[1].priority", "priorities 1, 2"),
        (
            "windows: [portaal]", "windows: [kantoor]", "KL-03", "norms[10].windows[1]",
            "maintenance windows portaal, nacht, jaarplan, los"
        ),
        (
            "moved_maintenance: verzet", "moved_maintenance: x", "KL-03", "norms[10].moved_maintenance",
            "notices verzet"
        ),
        (
            "to: [nemer, melder]", "to: [nemer, x]", "KL-03", "notices[1].to[2]",
            "parties and roles gever, nemer, balie, melder"
        ),
        (
            "steps: [reaction, resolution]", "steps: [reaction, answer]", "KL-03", "plans[1].steps[2]",
            "terms with a handling norm resolution, reaction"
        ),
        ("- [balie, melder]", "- [balie, x]", "KL-04", "escalations[1].levels[1][2]", "roles balie, melder"),
        ("members: [balie]", "members: [x]", "KL-04", "meetings[1].members[1]", "roles balie, melder"),
        (
            "to: [overleg, melder]", "to: [x]", "KL-04", "reports[1].to[1]",
            "roles and meetings balie, melder, overleg"
        ),
        (
            "clauses: [KL-03]", "clauses: [KL-09]", "KL-04", "reports[1].clauses[1]",
            "clauses KL-01, KL-02, KL-03, KL-04"
        ),
        ("to: [melder]", "to: [nemer]", "KL-04", "communications[1].to[1]", "roles balie, melder"),
        (
            "reporter: [melder]", "reporter: [x]", "KL-04", "processes[1].roles.reporter[1]",
            "roles balie, melder"
        ),
    ])
    func `a name that nothing in the file carries is told with those that are there`(
        from: String, to: String, clause: String, key: String, known: String
    ) throws {
        let found = try SmallAgreement.problems(from, to)
        #expect(found.map(\.clause) == [clause])
        #expect(found.map(\.key) == [key])
        #expect(found.map(\.expected) == ["one of the \(known)"])
    }

    @Test(arguments: [
        ("key: piket", "key: kantoor", "service_windows[2].key"),
        ("key: nacht", "key: portaal", "maintenance_windows[2].key"),
        ("key: melder", "key: balie", "roles[2].key"),
        ("key: nemer", "key: gever", "parties[2].key"),
        ("id: KL-02", "id: KL-01", "id"),
    ])
    func `two of a kind under one key are refused`(from: String, to: String, key: String) throws {
        let found = try SmallAgreement.problems(from, to).filter { $0.found.hasSuffix("again") }
        #expect(found.map(\.key) == [key])
    }

    @Test func `a second matrix is refused`() throws {
        let matrix = """
                priority_matrix:
                  impact: [{key: high, title: Hoog}]
                  urgency: [{key: high, title: Hoog}]
                  rows: {high: [1]}

            """.replacing("        ", with: "    ")
        let found = try SmallAgreement.problems("    text: Partijen", matrix + "    text: Partijen")
        #expect(found.map(\.expected) == ["one matrix in the file"])
    }

    @Test func `per_cell without a matrix is refused`() throws {
        let from = try #require(SmallAgreement.text.firstRange(of: "    priority_matrix:"))
        let to = try #require(SmallAgreement.text.firstRange(of: "    fixed_priorities:"))
        var text = SmallAgreement.text
        text.removeSubrange(from.lowerBound..<to.lowerBound)
        #expect(problems(of: text).map(\.expected) == ["a priority_matrix in the file"])
    }

    @Test func `a window that is wrong is told once, not again where it is named`() throws {
        let found = try SmallAgreement.problems("hours: 08:30-18:00", "hours: altijd")
        #expect(found.map(\.key) == ["service_windows[1].hours"])
    }

    @Test func `a clause may name what a later one sets`() throws {
        let file = try SmallAgreement.file()
        guard case .availability(let norm) = file.agreement.clauses[2].lines[9].norm else {
            Issue.record("the tenth norm of KL-03 is availability")
            return
        }
        #expect(norm.movedMaintenance?.key == "verzet")
    }
}
