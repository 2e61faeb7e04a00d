import AgreementFiles
import Agreements
import Testing

struct ProcessBindingFileTests {
    @Test(arguments: Shipped.allCases)
    func `each process that an agreement binds runs with its roles from start to end`(
        agreement: Shipped
    ) throws {
        let bindings = try agreement.agreement().clauses.flatMap(\.contents.processes)
        #expect(!bindings.isEmpty)
        for binding in bindings {
            let process = try ShippedProcess.process(binding.type)
            #expect(process.flaws(of: binding) == [], "\(binding.type)")
            let search = try ProcessSearch(process.bound(by: binding))
            #expect(search.places.values.contains { $0.isEnded }, "\(binding.type)")
        }
    }

    @Test func `every process type is bound by an agreement`() throws {
        let bound = try Shipped.allCases.flatMap { agreement in
            try agreement.agreement().clauses.flatMap(\.contents.processes).map(\.type)
        }
        #expect(Set(try ShippedProcess.keys()).subtracting(bound) == [])
    }

    @Test func `every term that a norm of an agreement speaks of runs in its process`() throws {
        for agreement in Shipped.allCases {
            for clause in try agreement.agreement().clauses {
                for line in clause.contents.lines {
                    guard case .handling(let norm) = line.norm else { continue }
                    let terms = try ShippedProcess.process(norm.process).terms.map(\.key)
                    #expect(terms.contains(norm.term), "\(clause.id) \(norm.process) \(norm.term)")
                }
            }
        }
    }
}
