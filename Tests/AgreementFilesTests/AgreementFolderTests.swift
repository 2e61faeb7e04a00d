import AgreementFiles
import Agreements
import Testing

struct AgreementFolderTests {
    private static let disturbance = """
        process: disturbance
        title: Verstoring
        purpose: Iets werkt niet en wordt hersteld.
        requirements: [SNO-37]
        roles:
          reporter: Wie meldt
          desk: Wie de melding aanneemt
        steps:
          - step: report
            title: Melden
            by: [reporter]
            state: Gemeld
            start: true
          - step: take
            title: In behandeling nemen
            by: [desk]
            after: [report]
            state: In behandeling
          - step: solve
            title: Oplossen
            by: [desk]
            after: [take]
            state: Opgelost
            end: true
        terms:
          - term: reaction
            title: Reactie
            from: [report]
            until: [take]
            on: desk
          - term: resolution
            title: Oplossing
            from: [report]
            until: [solve]
            on: desk

        """

    private func process(_ from: String = "", _ to: String = "") throws -> ProcessFile {
        let text = from.isEmpty ? Self.disturbance : Self.disturbance.replacing(from, with: to)
        return try ProcessFile(name: "disturbance.yaml", text: text)
    }

    private func problems(
        _ agreements: [AgreementFile], _ processes: [ProcessFile]
    ) -> [AgreementFileError.Problem] {
        do {
            _ = try AgreementFolder(agreements: agreements, processes: processes)
            return []
        } catch {
            return error.files.flatMap(\.problems)
        }
    }

    @Test func `the folder of the product fits together, and gives the documents of a contract in order`()
        async throws
    {
        let folder = try await AgreementFolder.read(Shipped.folder)
        let names = folder.agreements.map(\.agreement.name)
        #expect(names == ["bvv-beheerafspraken", "mijnoverheid-dap", "mijnoverheid-sno", "ssc-sla"])
        #expect(folder.sets.keys.sorted() == ["bvv", "mijnoverheid", "ssc"])
        let mijnOverheid = folder.sets["mijnoverheid"]?.map(\.agreement.name)
        #expect(mijnOverheid == ["mijnoverheid-sno", "mijnoverheid-dap"])
        #expect(folder.process("extra-opening")?.requirements.contains("BVV-14") == true)
    }

    @Test func `a process type that is not in the folder is told wherever it is named`() throws {
        let found = problems([try SmallAgreement.file()], [])
        #expect(
            found.map(\.key) == [
                "norms[1].process", "norms[2].process", "norms[10].process", "plans[1].process",
                "escalations[1].about",
                "communications[1].process", "processes[1].type",
            ])
        #expect(found.allSatisfy { $0.line > 1 && $0.found == "'disturbance'" })
    }

    @Test func `what fits is taken`() throws {
        #expect(problems([try SmallAgreement.file()], [try process()]).isEmpty)
    }

    @Test func `a binding fills each role of its process type, and no other`() throws {
        let without = try SmallAgreement.file("          desk: [balie]\n", "")
        let found = problems([without], [try process()])
        #expect(found.map(\.key) == ["processes[1].roles"])
        #expect(found.map(\.expected) == ["the roles of disturbance: reporter, desk"])
        #expect(found.map(\.found) == ["without desk"])
        let other = try SmallAgreement.file("desk: [balie]", "desk: [balie]\n          lead: [balie]")
        #expect(problems([other], [try process()]).map(\.found) == ["with lead"])
    }

    @Test func `a norm is on a term that its process type has`() throws {
        let found = problems([try SmallAgreement.file()], [try process("reaction", "response")])
        #expect(found.map(\.key) == ["norms[2].term"])
        #expect(found.map(\.expected) == ["one of the terms of disturbance: response, resolution"])
    }

    @Test func `two documents of a contract do not have one rank, nor two versions one day`() throws {
        let file = try SmallAgreement.file()
        let again = try AgreementFile(name: "again.yaml", text: file.text)
        #expect(problems([file, again], [try process()]).map(\.key) == ["valid_from"])
        let other = try AgreementFile(
            name: "other.yaml", text: file.text.replacing("agreement: klein", with: "agreement: ander"))
        let found = problems([file, other], [try process()])
        #expect(found.map(\.key) == ["document.rank"])
        #expect(found.map(\.expected) == ["another rank than klein"])
    }

    @Test func `the mistakes of all files come together, each with its file`() throws {
        let file = try SmallAgreement.file()
        let again = try AgreementFile(name: "again.yaml", text: file.text)
        let error = #expect(throws: AgreementFolderError.self) {
            try AgreementFolder(agreements: [file, again], processes: [])
        }
        #expect(error?.files.map(\.file) == ["small.yaml", "again.yaml"])
        #expect(error?.description.split(separator: "\n").count == 15)
    }
}
