import AgreementFiles
import Agreements
import CivilTime
import Testing

/// The Dossier Afspraken en Procedures of 2018, held against its own words.
struct ProceduresTests {
    @Test func `DAP-01 and DAP-34 the contract has three levels, and the SNO stands before the DAP`() throws {
        let agreement = try Shipped.dap.agreement()
        let documents = try agreement.contents("DAP-34").documents
        #expect(documents.first?.title == "Dienstverlenings-overeenkomst (DVO)")
        #expect(Set(documents.map(\.level)) == [.general, .service, .serviceCustomer])
        #expect(documents.filter(\.isOptional).map(\.title) == ["Dossier Financiële Afspraken (DFA)"])
        let sno = try Shipped.sno.agreement()
        #expect(agreement.place.set == sno.place.set)
        #expect(sno.place.rank < agreement.place.rank)
        let titles = documents.map(\.title)
        #expect(titles.firstIndex(of: sno.place.kind).map { $0 + 1 } == sno.place.rank)
        #expect(titles.firstIndex(of: agreement.place.kind).map { $0 + 1 } == agreement.place.rank)
    }

    @Test func `DAP-06 only whom the customer has named may ask for a change or give a forecast`() throws {
        let roles = try Shipped.dap.agreement().contents("DAP-06").roles
        #expect(roles.map(\.key) == ["wijzigingsindiener", "prognoseleverancier"])
        #expect(roles.allSatisfy { $0.isDesignated && $0.party == "afnemer" })
    }

    @Test func `DAP-13 with priority 1 people are told by mail and app, and it may be withheld`() throws {
        let rules = try Shipped.dap.agreement().contents("DAP-13").communications
        let rule = try #require(rules.first)
        #expect(rule.processes == ["disturbance", "calamity"])
        #expect(rule.channels == [.mail, .app])
        #expect(rules.allSatisfy { $0.mayBeWithheld })
    }

    @Test func `DAP-22 the general ladder has five levels and subjects have their own`() throws {
        let agreement = try Shipped.dap.agreement()
        let ladders = try agreement.contents("DAP-22").escalations
        #expect(ladders.first?.processes == [])
        #expect(
            ladders.first?.levels == [
                ["servicecentrum"], ["servicemanager"], ["teamleider"], ["afdelingshoofd"], ["directeur"],
            ])
        let incidents = try #require(ladders.first { $0.processes.contains("disturbance") })
        #expect(
            incidents.levels == [
                ["afnemer-escalatie-1", "incidentmanager"], ["afnemer-escalatie-2", "calamiteitenmanager"],
            ])
        #expect(ladders.allSatisfy { $0.consultsFirst })
        let ofCustomer = agreement.roles.filter { $0.party == "afnemer" }.map(\.key)
        #expect(ofCustomer.contains("afnemer-escalatie-1"))
    }

    @Test func `DAP-23 the Operationeel Overleg decides on the general part of the DAP`() throws {
        let meeting = try #require(try Shipped.dap.agreement().contents("DAP-23").meetings.first)
        #expect(meeting.title == "Operationeel Overleg")
        #expect(meeting.every == .monthly)
        #expect(meeting.agenda.first == "Afstemming onderhoudskalender")
        #expect(meeting.decides == ["Generieke afspraken uit het DAP"])
    }

    @Test(arguments: [
        "standard-change", "non-standard-change", "urgent-change", "service-request", "disturbance",
        "calamity",
        "disturbance-analysis", "security-incident", "fraud-report", "escalation", "forecast",
        "planning-conflict", "planned-use", "agreement-change",
    ])
    func `DAP-04 to DAP-41 each procedure is bound to roles of the agreement`(process: String) throws {
        let agreement = try Shipped.dap.agreement()
        let bound = agreement.clauses.flatMap(\.contents.processes).filter { $0.type == process }
        #expect(bound.count == 1)
        #expect(bound.allSatisfy { !$0.roles.isEmpty })
    }

    @Test func `DAP-01 the DAP sets no indicators of its own`() throws {
        let lines = try Shipped.dap.agreement().clauses.flatMap(\.lines)
        #expect(lines.map(\.text) == [])
    }
}
