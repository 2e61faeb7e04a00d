import CivilTime
import Foundation
import Identity
import Outbound
import SQL
import TestKit
import Testing
import Work

@testable import MessageBox

@Suite struct PushTests {
    @Test(arguments: TestDatabase.kinds)
    func `SNO-12: a report is pushed as the existing interface has it, signed, and once`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await withReceiver { receiver, url in
                let secret = try await scene.push(to: url, as: .xml)
                let receipt = try await scene.offerReport(1)
                try await scene.pushReports()
                try await scene.pushReports()
                let asked = try #require(receiver.got.first)
                #expect(receiver.got.count == 1)
                #expect(asked.method == "POST" && asked.path == "/ontvangst")
                #expect(asked.headers["content-type"] == "application/xml; charset=utf-8")
                let document = try await scene.report(of: receipt).document
                #expect(asked.body == String(decoding: document.xml(), as: UTF8.self))
                #expect(try isSigned(asked, with: secret))
                let state = try #require(try await scene.pushState(of: receipt))
                #expect(state.state == .delivered && state.attemptCount == 1 && state.lastFailure == nil)
                #expect(try await scene.report(of: receipt).confirmedAt == nil, "taken is not confirmed")
            }
        }
    }

    @Test func `SNO-12: as a CloudEvent a report has the profile's context, and no number of a person`()
        async throws
    {
        try await withScene(.sqlite) { scene in
            try await withReceiver { receiver, url in
                let secret = try await scene.push(to: url)
                let receipt = try await scene.offerReport(1)
                try await scene.pushReports()
                let asked = try #require(receiver.got.first)
                #expect(asked.headers["content-type"] == "application/cloudevents+json; charset=utf-8")
                #expect(try isSigned(asked, with: secret))
                #expect(!asked.body.contains(Scene.anna))
                let event = try JSONDecoder().decode(Event.self, from: Data(asked.body.utf8))
                #expect(event.specversion == "1.0")
                #expect(event.id == "\(receipt.id)" && event.subject == event.id)
                #expect(event.source == "urn:nld:oin:00000099000000009000:systeem:berichtenbox")
                #expect(event.type == "nl.overheid.berichtenbox.verwerkingsbericht-aangeboden")
                #expect(event.sequence == "000000000001")
                #expect(event.dataref == "https://peil.example/api/v1/verwerkingsberichten/\(receipt.id)")
                #expect(event.data.berichten?.map(\.verwerkingsCode) == ["Verwerkt"])
            }
        }
    }

    @Test func `an event larger than receivers must take leaves its lines to be fetched`() async throws {
        try await withScene(.sqlite) { scene in
            try await withReceiver { receiver, url in
                try await scene.push(to: url)
                try await scene.deliver(Batch(1, (1...1_000).map { Letter($0) }))
                try await scene.process()
                try await scene.pushReports()
                let asked = try #require(receiver.got.first)
                #expect(asked.body.utf8.count < ReportEvent.bytesLimit)
                let event = try JSONDecoder().decode(Event.self, from: Data(asked.body.utf8))
                #expect(event.data.berichten == nil)
                #expect(event.data.batchInformatie.totaalAantalOntvangenBerichten == 1_000)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-12: what a receiver does not take comes again under the same id, until it does`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await withReceiver(.with(503)) { receiver, url in
                try await scene.push(to: url)
                let receipt = try await scene.offerReport(1)
                try await scene.pushReports()
                #expect(try await scene.pushState(of: receipt)?.lastFailure == PushFailure(status: 503))
                receiver.will(.with(410))
                scene.clock.pass(60)
                try await scene.pushReports()
                receiver.will(.with(301, headers: ["Location": "/elders"]))
                scene.clock.pass(120)
                try await scene.pushReports()
                receiver.will(.with(200, body: "dank"))
                scene.clock.pass(300)
                try await scene.pushReports()
                #expect(receiver.ids == Array(repeating: "\(receipt.id)", count: 4))
                #expect(Set(receiver.got.map(\.body)).count == 1)
                let state = try #require(try await scene.pushState(of: receipt))
                #expect(state.state == .delivered && state.attemptCount == 4)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-12: it is offered for six days after the first time, then kept to be fetched`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await withReceiver(.with(500)) { receiver, url in
                try await scene.push(to: url)
                let receipt = try await scene.offerReport(1)
                scene.clock.pass(7)
                try await scene.pushReports()
                let first = scene.now
                while scene.now < first.advanced(bySeconds: Scene.sixDaysSeconds - 7_300) {
                    scene.clock.pass(7_200)
                    try await scene.pushReports()
                }
                #expect(receiver.got.count > 60)
                scene.clock.set(first.advanced(bySeconds: Scene.sixDaysSeconds - 1))
                try await scene.pushReports()
                #expect(try await scene.pushState(of: receipt)?.state == .waiting)
                let tries = receiver.got.count
                scene.clock.pass(3_601)
                try await scene.pushReports()
                #expect(receiver.got.count == tries, "after the term nothing is offered")
                let state = try #require(try await scene.pushState(of: receipt))
                #expect(state.state == .undelivered)
                #expect(
                    try #require(state.endedAt).microseconds(since: first) >= Scene.sixDaysSeconds * 1_000_000
                )
                #expect(try await scene.report(of: receipt).document.lines.count == 1)
                #expect(
                    try await scene.count("SELECT COUNT(*) FROM work_item WHERE kind = 'report-push'") == 0)
            }
        }
    }

    @Test func `SNO-12: one report that is never taken holds up no other of its receiver`() async throws {
        try await withScene(.sqlite) { scene in
            let poison = guid(1)
            let server = try await TinyServer.start { asked in
                asked.body.contains(poison) ? .with(400) : .with(204)
            }
            try await scene.push(to: server.url)
            let first = try await scene.offerReport(1)
            let others = [try await scene.offerReport(2), try await scene.offerReport(3)]
            try await scene.pushReports()
            scene.clock.pass(26)
            try await scene.pushReports()
            for other in others { #expect(try await scene.pushState(of: other)?.state == .delivered) }
            #expect(try await scene.pushState(of: first)?.state == .waiting)
            try await server.stop()
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `what waits goes to the new address at once, and nowhere when there is none`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await withReceiver(.with(500)) { old, oldURL in
                try await withReceiver { new, newURL in
                    try await scene.push(to: oldURL)
                    let first = try await scene.offerReport(1)
                    try await scene.pushReports()
                    let secret = try await scene.push(to: newURL)
                    try await scene.pushReports()
                    #expect(old.got.count == 1 && new.ids == ["\(first.id)"])
                    #expect(try isSigned(try #require(new.got.first), with: secret))
                    new.will(.with(500))
                    let second = try await scene.offerReport(2)
                    try await scene.pushReports()
                    let (facilities, now) = (scene.facilities, scene.now)
                    #expect(
                        try await ReportAddress.remove(
                            of: scene.waterschap, name: "client test", facilities: facilities, at: now))
                    try await scene.pushReports()
                    #expect(try await scene.pushState(of: second)?.state == .withdrawn)
                    #expect(new.got.count == 2)
                    let third = try await scene.offerReport(3)
                    #expect(try await scene.pushState(of: third) == nil)
                    let acts = try await scene.database.read { transaction in
                        try transaction.rows(
                            "SELECT act FROM audit_entry WHERE object_kind = 'organisation' ORDER BY id"
                        ) { try $0.next(String.self) }
                    }
                    #expect(
                        acts == ["report-address.set", "report-address.set", "report-address.remove"])
                }
            }
        }
    }

    @Test func `a report whose receipt was confirmed is not pushed any more`() async throws {
        try await withScene(.sqlite) { scene in
            try await withReceiver { receiver, url in
                try await scene.push(to: url)
                let receipt = try await scene.offerReport(1)
                let (report, now) = (try await scene.report(of: receipt), scene.now)
                try await scene.database.write { try report.confirmReceipt(in: $0, at: now) }
                try await scene.pushReports()
                #expect(receiver.got.isEmpty)
                #expect(try await scene.pushState(of: receipt)?.state == .withdrawn)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a push whose note was lost goes out again under the same id`(_ kind: TestDatabase.Kind) async throws
    {
        try await withScene(kind) { scene in
            try await withReceiver { receiver, url in
                try await scene.push(to: url)
                let receipt = try await scene.offerReport(1)
                let lost = try #require(try await scene.lease(.reportPush))
                scene.clock.pass(61)
                let taken = try #require(try await scene.lease(.reportPush))
                let pushing = ReportPushing(
                    facilities: scene.facilities, rules: try scene.rules(), now: scene.clock.now)
                await #expect(throws: WorkError.leaseLost) { try await pushing.serve(lost) }
                #expect(try await scene.pushState(of: receipt)?.state == .waiting)
                try await pushing.serve(taken)
                #expect(receiver.ids == ["\(receipt.id)", "\(receipt.id)"])
                #expect(try await scene.pushState(of: receipt)?.state == .delivered)
            }
        }
    }

    @Test func `an address that may no longer be called is not called`() async throws {
        try await withScene(.sqlite) { scene in
            try await withReceiver { receiver, url in
                try await scene.push(to: url)
                let receipt = try await scene.offerReport(1)
                try await scene.pushReports(within: .publicOnly)
                #expect(receiver.got.isEmpty)
                #expect(
                    try await scene.pushState(of: receipt)?.lastFailure?.text == "adres-niet-toegestaan")
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of two changes made on the same version one counts`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            try await scene.push(to: "http://127.0.0.1:9/een")
            let known = try await ReportAddress.find(
                of: scene.waterschap.id, facilities: scene.facilities)?.revision
            let (facilities, now, waterschap) = (scene.facilities, scene.now, scene.waterschap)
            let changed = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<8 {
                    let request = ReportAddressRequest(
                        url: try .init("http://127.0.0.1:9/\(number)", within: .loopback), form: .xml)
                    group.addTask {
                        do {
                            _ = try await ReportAddress.set(
                                request, of: waterschap, name: "client test", facilities: facilities, at: now
                            ) { standing in
                                guard standing?.revision == known else { throw Overtaken() }
                            }
                            return true
                        } catch is Overtaken {
                            return false
                        }
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(changed == 1)
        }
    }
}

private struct Overtaken: Error {}

private struct Event: Decodable {
    let specversion, id, subject, source, type, sequence, dataref: String
    let data: Body

    struct Body: Decodable {
        let berichten: [Line]?
        let batchInformatie: Totals
    }

    struct Line: Decodable { let verwerkingsCode: String }
    struct Totals: Decodable { let totaalAantalOntvangenBerichten: Int }
}
