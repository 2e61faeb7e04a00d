import AgreementFiles
import Agreements
import Testing

struct ProcessFolderTests {
    /// Every process type that the agreements describe.
    private static let named = [
        "agreement-change", "audit-request", "authorisation", "calamity", "certificate-renewal", "complaint",
        "crisis-support", "data-breach", "device-order", "disturbance", "disturbance-analysis",
        "election-support", "escalation", "extra-opening", "fallback-test", "forecast", "fraud-report",
        "information-request", "maintenance-announcement", "non-standard-change", "personnel-joiner",
        "personnel-leaver", "personnel-mover", "planned-use", "planning-conflict", "problem", "project",
        "question", "release", "restore-test", "risk-inventory", "security-incident", "service-request",
        "standard-change", "test-environment-booking", "urgent-change",
    ]

    @Test func `the folder of processes is read whole, and every process type is there`() async throws {
        let files = try await ProcessFile.folder(ShippedProcess.folder)
        #expect(Set(files.map(\.process.key)) == Set(Self.named))
        #expect(Set(files.map(\.process.title)).count == files.count)
    }

    @Test func `a file begins with what it is and where in which document it stands`() async throws {
        for file in try await ProcessFile.folder(ShippedProcess.folder) {
            let head = file.text.split(separator: "\n", omittingEmptySubsequences: false)
                .prefix { $0.hasPrefix("# ") }.joined(separator: " ")
            let documents = ["DAP MijnOverheid", "SNO MijnOverheid", "Beheerafspraken BVV", "SLA SSC"]
            #expect(documents.contains(where: head.contains), "\(file.name) names its document")
        }
    }

    @Test func `every question has help in a sentence, and tells end in one`() async throws {
        for process in try await ProcessFile.folder(ShippedProcess.folder).map(\.process) {
            let fields = process.form + process.steps.flatMap(\.form)
            for field in fields {
                let isSentence = field.help.hasSuffix(".") || field.help.hasSuffix("?")
                #expect(isSentence, "\(process.key) \(field.key)")
                #expect(field.type != .person || field.isPersonal, "\(process.key) \(field.key) is a person")
            }
            for tell in process.steps.flatMap(\.tells) {
                #expect(tell.what.hasSuffix(".") || tell.what.hasSuffix("?"), "\(process.key): \(tell.what)")
            }
        }
    }

    @Test func `the rules that speak of another process type speak of one that is there`() throws {
        let links = ["disturbance", "calamity"].map { CaseFacts.Link(type: $0, priority: 1) }
        for link in links {
            #expect(try ShippedProcess.process(link.type).key == link.type)
            #expect(Guard.seriousDisturbanceLinked.isMet(by: CaseFacts(links: [link])))
        }
        #expect(Guard.disturbanceLinked.isMet(by: CaseFacts(links: [links[0]])))
    }

    @Test(arguments: [
        ("disturbance", ["reaction", "resolution", "update", "own-resolution"]),
        ("question", ["answer"]), ("complaint", ["answer"]), ("standard-change", ["reaction", "lead-time"]),
        ("service-request", ["reaction", "lead-time"]), ("information-request", ["reaction", "lead-time"]),
        ("urgent-change", ["reaction", "lead-time"]), ("data-breach", ["report"]),
        ("extra-opening", ["forward", "assess", "collate", "settle"]),
        ("personnel-joiner", ["lead-time", "own-actions"]), ("device-order", ["lead-time"]),
        ("authorisation", ["lead-time"]), ("fallback-test", ["report"]),
    ])
    func `the terms that agreements speak of run in the process`(key: String, terms: [String]) throws {
        #expect(try ShippedProcess.process(key).terms.map(\.key) == terms)
    }
}

struct ProcessFormTests {
    private func form(_ key: String, _ step: String? = nil) throws -> [String] {
        let process = try ShippedProcess.process(key)
        return (step.map { process.step($0)?.form ?? [] } ?? process.form).map(\.key)
    }

    @Test func `DAP-12 a calamity has four grounds, of which one or more apply`() throws {
        let ground = try #require(try ShippedProcess.process("calamity").form.first { $0.key == "ground" })
        #expect(ground.choices.map(\.key) == ["overdue", "reputation", "whole-service", "judgement"])
        #expect(ground.isRequired && ground.isMany)
    }

    @Test func `DAP-14 and DAP-24 the analysis has the fields of annex 2, asked and answered`() throws {
        #expect(
            try form("disturbance-analysis") == [
                "disturbance", "description", "disturbed-on", "wanted-on", "contact", "findings",
                "impact-users", "impact-provider", "impact-customer", "solution-once", "solution-lasting",
                "course", "attention", "status", "closed-on",
            ])
        #expect(
            try form("disturbance-analysis", "answer") == [
                "current-status", "began", "solved", "cause", "size-customer", "why-customer",
                "size-provider", "why-provider", "size-clients", "why-clients", "once", "lasting",
                "communication", "improvements",
            ])
        #expect(try form("planned-use").suffix(2) == ["campaigns", "growth"])
    }

    @Test func `SNO-51 and BVV-14 a change and an extra opening ask what the documents ask`() throws {
        #expect(
            try form("non-standard-change").prefix(7) == [
                "requester", "subject", "filed-on", "background", "proposal", "wanted-on", "wanted-why",
            ])
        #expect(
            try form("extra-opening") == [
                "requester", "request-contact", "opening-contact", "functions", "reason", "wanted", "support",
            ])
        let optional = try ShippedProcess.process("extra-opening").form.filter { !$0.isRequired }
        #expect(optional.map(\.key) == ["support"])
    }

    @Test func `what the documents leave open stands in the files as an assumption with its reason`() throws {
        let keys = ["extra-opening", "disturbance", "standard-change", "crisis-support", "planning-conflict"]
        for key in keys {
            let assumptions = try ShippedProcess.process(key).assumptions
            #expect(assumptions.count == 1, "\(key)")
            #expect(assumptions.allSatisfy { $0.reason.hasSuffix(".") })
        }
    }
}
