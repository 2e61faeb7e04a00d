import AgreementFiles
import Agreements
import Testing

struct AgreementDiffTests {
    private func diff(_ from: String, _ to: String) throws -> AgreementDiff {
        AgreementDiff(old: try SmallAgreement.file(), new: try SmallAgreement.file(from, to))
    }

    @Test func `a text does not differ from itself`() throws {
        let diff = AgreementDiff(old: try SmallAgreement.file(), new: try SmallAgreement.file())
        #expect(diff.isEmpty)
        #expect(diff.text == "Er is geen verschil.")
    }

    @Test func `a changed value is told with its place, its old and its new words`() throws {
        let diff = try diff("at_most: 6 klokuren", "at_most: 8 klokuren")
        #expect(diff.clauses.map(\.id) == ["KL-03"])
        #expect(
            diff.clauses.flatMap(\.changes).map(\.text) == [
                "norms[Oplossen].at_most: 6 klokuren → 8 klokuren"
            ])
        #expect(
            diff.text == """
                KL-03 Afhandeling: gewijzigd
                  norms[Oplossen].at_most: 6 klokuren → 8 klokuren
                """)
    }

    @Test func `an entry that is put before others does not make those differ`() throws {
        let diff = try diff(
            "    roles:\n", "    roles:\n      - key: lijn\n        title: Lijn\n        party: gever\n")
        #expect(
            diff.clauses.flatMap(\.changes).map(\.path) == [
                "roles[lijn].key", "roles[lijn].title", "roles[lijn].party",
            ])
    }

    @Test func `a value that is no longer assumed, or for another reason, differs`() throws {
        let assumed = "share: {value: 85 %, assumed: true, reason: Zo is het}"
        let diff = try diff("share: 85 %", assumed)
        #expect(
            diff.clauses.flatMap(\.changes).map(\.text) == [
                "norms[Oplossen].share: 85 % → 85 % (aanname: Zo is het)"
            ])
    }

    @Test func `a value that came and one that went are told as such`() throws {
        let diff = try diff("share: 85 %", "standing: target")
        #expect(
            diff.clauses.flatMap(\.changes).map(\.text) == [
                "norms[Oplossen].standing: nieuw: target",
                "norms[Oplossen].share: vervallen: 85 %",
            ])
        #expect(diff.text.contains("norms[Oplossen].share: vervallen: 85 %"))
    }

    @Test func `a clause that came and one that went are told whole`() throws {
        let diff = try diff("id: KL-04", "id: KL-05")
        #expect(diff.clauses.map(\.id) == ["KL-05", "KL-04"])
        #expect(diff.clauses.map(\.kind) == [.added, .removed])
        #expect(diff.clauses.allSatisfy { $0.changes.contains { $0.path == "duties[Uitwijktest].party" } })
    }

    @Test func `what changed outside the clauses stands apart`() throws {
        let diff = try diff("valid_from: 2026-01-01", "valid_from: 2026-07-01")
        #expect(diff.clauses.isEmpty)
        #expect(diff.text == "Over de afspraken zelf\n  valid_from: 2026-01-01 → 2026-07-01")
    }

    @Test func `lists of lists, keys of the file's own and entries with the same words are told apart`()
        throws
    {
        let levels = try diff("- [balie, melder]", "- [melder, balie]")
        #expect(levels.clauses.flatMap(\.changes).map(\.path) == ["escalations[ladder].levels[1]"])
        let cells = try diff("high: [2 werkuren, 1 werkdag]", "high: [3 werkuren, 1 werkdag]")
        #expect(cells.clauses.flatMap(\.changes).map(\.path) == ["norms[Per cel].per_cell.high"])
        let twice = try diff("text: Per cel", "text: Oplossen")
        #expect(twice.clauses.flatMap(\.changes).contains { $0.path == "norms[Oplossen (2)].text" })
    }

    @Test(arguments: Shipped.allCases)
    func `each shipped agreement is found as new as it has clauses`(shipped: Shipped) throws {
        let file = try shipped.file()
        let diff = AgreementDiff(old: try SmallAgreement.file(), new: file)
        let added = diff.clauses.filter { $0.kind == .added }.map(\.id)
        #expect(added == file.agreement.clauses.map(\.id))
    }
}
