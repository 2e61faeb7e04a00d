import Agreements
import CivilTime
import Testing

struct PrecedenceTests {
    private func documents(dapPrevails: Bool = false, dapHours: String = "08:00-17:00") throws -> [Agreement]
    {
        let window = try officeHours()
        let own = try officeHours(dapHours)
        let general = clause("SNO-34", about: "opening-hours") { $0.serviceWindows = [window] }
        let later = clause("DAP-09", about: "opening-hours", prevails: dapPrevails) {
            $0.serviceWindows = [own]
        }
        let specific = clause("DAP-10", about: "opening-hours", appliesTo: ["uwv"])
        return [
            try agreement([later, specific], name: "dap", kind: "DAP", rank: 2),
            try agreement([general], name: "sno", kind: "SNO", rank: 1),
        ]
    }

    @Test func `DAP-01 the document named earlier prevails, in whatever order they are given`() throws {
        let found = try #require(
            Precedence(about: "opening-hours", inSet: "mijnoverheid", among: documents(), for: "svb"))
        #expect(found.prevailing.clause.id == "SNO-34")
        #expect(found.others.map(\.clause.id) == ["DAP-09"])
        #expect(
            found.reason
                == "SNO (3.2, SNO-34) geldt, want SNO gaat in de contractstructuur voor op DAP (DAP-09).")
    }

    @Test func `DAP-01 a later document prevails where it states so`() throws {
        let found = try #require(
            Precedence(
                about: "opening-hours", inSet: "mijnoverheid", among: documents(dapPrevails: true), for: "svb"
            ))
        #expect(found.prevailing.clause.id == "DAP-09")
        #expect(found.isStated)
        #expect(found.reason.contains("want daar staat dat het voorgaat op SNO (3.2, SNO-34)"))
    }

    @Test func `DAP-02 a part specific to one party is left out for another`() throws {
        func others(for party: String?) throws -> [Clause.ID] {
            try #require(
                Precedence(about: "opening-hours", inSet: "mijnoverheid", among: documents(), for: party)
            ).others.map(\.clause.id)
        }
        #expect(try others(for: "uwv") == ["DAP-09", "DAP-10"])
        #expect(try others(for: "svb") == ["DAP-09"])
    }

    @Test func `DAP-41 a later document that says otherwise without prevailing does not fit`() throws {
        func conflicts(_ documents: [Agreement]) throws -> [Clause.ID] {
            try #require(Precedence(about: "opening-hours", inSet: "mijnoverheid", among: documents))
                .conflicts.map(\.clause.id)
        }
        #expect(try conflicts(documents()).isEmpty)
        #expect(try conflicts(documents(dapHours: "08:00-18:00")) == ["DAP-09"])
        #expect(try conflicts(documents(dapPrevails: true, dapHours: "08:00-18:00")).isEmpty)
    }

    @Test func `every subject with more than one clause is compared, one of another set never`() throws {
        let all = try Precedence.all(inSet: "mijnoverheid", among: documents())
        #expect(all.map(\.subject) == ["opening-hours"])
        #expect(try Precedence.all(inSet: "bvv", among: documents()).isEmpty)
        #expect(try Precedence(about: "onderhoud", inSet: "mijnoverheid", among: documents()) == nil)
    }
}
