import AgreementFiles
import Agreements
// Reading the list of requirements beside the sources; test targets may use Foundation.
import Foundation
import Testing

struct RequirementCoverageTests {
    /// Requirements of the agreements that no clause says, each with its reason.
    private static let elsewhere: [Clause.ID: String] = [:]

    @Test func `each requirement of the four agreements is a clause with its paragraph`() throws {
        let clauses = try Shipped.allCases.flatMap { try $0.agreement().clauses }
        let list = Shipped.project.appendingPathComponent("docs/requirements.tsv")
        let ids = try String(contentsOf: list, encoding: .utf8).split(separator: "\n")
            .compactMap { $0.split(separator: "\t").first.map(String.init) }
            .filter { id in ["SNO-", "DAP-", "BVV-", "SSC-"].contains { id.hasPrefix($0) } }
        #expect(ids.count > 160)
        for id in ids.map({ Clause.ID($0) }) where Self.elsewhere[id] == nil {
            let clause = clauses.first { $0.id == id }
            #expect(clause.map { !$0.paragraph.isEmpty } == true, "\(id) is in no agreement")
        }
        #expect(Self.elsewhere.keys.allSatisfy { id in !clauses.contains { $0.id == id } })
    }

    @Test(arguments: Shipped.allCases)
    func `each assumption says why, in a sentence`(shipped: Shipped) throws {
        let agreement = try shipped.agreement()
        let assumptions = agreement.assumptions + agreement.clauses.flatMap(\.assumptions)
        #expect(!assumptions.isEmpty)
        for assumption in assumptions {
            #expect(assumption.reason.count > 20 && assumption.reason.hasSuffix("."), "\(assumption)")
        }
    }

    @Test(arguments: Shipped.allCases)
    func `each clause has a paragraph of the document it comes from, and what binds whom`(
        shipped: Shipped
    ) throws {
        let agreement = try shipped.agreement()
        let parties = agreement.parties.map(\.key)
        for clause in agreement.clauses {
            #expect(clause.paragraph.first?.isNumber == true || clause.paragraph.hasPrefix("Bijlage"))
            #expect(parties.contains(clause.party))
        }
    }

    @Test(arguments: Shipped.allCases)
    func `no agreement names a telephone number or a mail address`(shipped: Shipped) throws {
        let text = try shipped.text()
        #expect(!text.contains("@"))
        #expect(try !text.contains(Regex("\\b0[0-9]{2,3}[- ]?[0-9]{6,7}\\b")))
    }
}
