import CivilTime
import Foundation
import Identity
import SQL
import TestKit
import Testing

@testable import MessageBox

@Suite struct ReportTests {
    @Test(arguments: TestDatabase.kinds)
    func `reports are numbered in order for each organisation (SNO-12)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            for number in 1...5 {
                try await scene.deliver(Batch(number, [Letter(number)]))
                var theirs = Batch(number, [Letter(number)])
                theirs.supplier = scene.gemeente.oin.digits
                try await scene.deliver(theirs, by: scene.gemeente)
            }
            try await scene.process()
            for organisation in [scene.waterschap, scene.gemeente] {
                let pages = try await scene.database.read { transaction in
                    let first = try Report.list(of: organisation.id, after: 0, limit: 3, in: transaction)
                    return first
                        + (try Report.list(of: organisation.id, after: 3, limit: 3, in: transaction))
                }
                #expect(pages.map(\.number) == [1, 2, 3, 4, 5])
                #expect(pages.map(\.batchID.text) == (1...5).map(guid))
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a report names each message as it was sent, adds up, and is valid (SNO-12)`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.deliver(Batch(9, [Letter(99)]))
            let letters = [
                Letter(1) { $0.id = $0.id.uppercased() }, Letter(2) { $0.type = "NIETS" },
                Letter(3) { $0.recipient = Scene.stranger },
                Letter(4) { $0.publication = Scene.start.advanced(bySeconds: 14 * 86_400).rfc3339 },
                Letter(5) { $0.attachments = [Array("geen pdf".utf8)] },
                Letter(6) { $0.attachments = [pdf(512_001)] },
                Letter(7) { $0.subject = "" }, Letter(99),
            ]
            let receipt = try await scene.deliver(Batch(1, letters))
            try await scene.process()
            let report = try await scene.report(of: receipt)
            #expect(report.document.lines.map(\.messageID.text) == letters.map(\.id))
            #expect(report.document.batchID.text == guid(1))
            let counts = ReportCounter.allCases.map { report.document.count($0) }
            #expect(counts.reduce(0, +) == letters.count)
            #expect(report.document.count(.processed) == 1)
            #expect(report.document.count(.technicalProblem) == 4)
            let summary = try await scene.database.read { transaction in
                try Report.list(of: scene.waterschap.id, after: 1, limit: 1, in: transaction)
            }
            #expect(summary.first?.acceptedCount == 1)
            #expect(summary.first?.rejectedCount == 7)
            #expect(try await xmllint(report.document.xml(), schema: "batch-response.xsd") == 0)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-12 a report can be fetched for its term after the agreement's last offer, and no longer`(
        _ kind: TestDatabase.Kind
    ) async throws {
        let offered: Int64 = 6 * 86_400
        try await withScene(kind) { scene in
            let receipt = try await scene.deliver(Batch(1))
            try await scene.process()
            let listed = { () async throws -> Int in
                try await Retention.expireReports(
                    reofferMicroseconds: offered * 1_000_000, facilities: scene.facilities, at: scene.now)
                return try await scene.database.read { transaction in
                    try Report.list(of: scene.waterschap.id, after: 0, limit: 9, in: transaction).count
                }
            }
            scene.clock.pass(offered + scene.facilities.limits.reportFetchSeconds)
            #expect(try await listed() == 1)
            #expect(try await scene.report(of: receipt).isExpired == false)
            try await scene.deliver(Batch(2))
            try await scene.process()
            scene.clock.pass(1)
            #expect(try await listed() == 1, "the second is still within its term")
            #expect(try await scene.report(of: receipt).isExpired)
            let first = try await scene.database.read { transaction in
                try Report.list(of: scene.waterschap.id, after: 0, limit: 9, in: transaction).first?.number
            }
            #expect(first == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `reports that were offered in vain count until somebody fetches them`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let receipt = try await scene.deliver(Batch(1))
            try await scene.process()
            let report = try await scene.report(of: receipt)
            let (delivery, organisation, now) = (report.delivery.id, scene.waterschap.id, scene.now)
            let counts = try await scene.database.write { transaction in
                let count = { (organisation: Organisation.ID) in
                    try Report.undeliveredCount(of: organisation, in: transaction)
                }
                let before = try count(organisation)
                try transaction.run(
                    """
                    INSERT INTO report_push
                      (delivery_id, organisation_id, offered_at, attempt_count, state, ended_at)
                    VALUES (\(delivery), \(organisation), \(now), 0, 'undelivered', \(now))
                    """)
                let during = try [count(organisation), count(scene.gemeente.id)]
                try report.noteFetched(in: transaction, at: now)
                return [before] + during + [try count(organisation)]
            }
            #expect(counts == [0, 1, 0, 0])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `receipt confirmed again is the same as once (SNO-12)`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let receipt = try await scene.deliver(Batch(1))
            try await scene.process()
            for _ in 0..<2 {
                scene.clock.pass(60)
                let (report, now) = (try await scene.report(of: receipt), scene.now)
                try await scene.database.write { try report.confirmReceipt(in: $0, at: now) }
            }
            let confirmedAt = try await scene.report(of: receipt).confirmedAt
            #expect(confirmedAt == Scene.start.advanced(bySeconds: 60))
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `an intermediary delivers for an organisation that mandated it, and for no other`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            await #expect(throws: DeliveryError.self) {
                try await scene.deliver(Batch(1), by: scene.gemeente)
            }
            #expect(try await scene.count("SELECT COUNT(*) FROM delivery") == 0)
            #expect(try await scene.count("SELECT COUNT(*) FROM blob") == 0)
            try await scene.database.write { transaction in
                try scene.waterschap.grantMandate(
                    to: scene.gemeente.id, in: transaction, at: Scene.start)
            }
            let receipt = try await scene.deliver(Batch(1), by: scene.gemeente)
            try await scene.process()
            let report = try await scene.report(of: receipt)
            #expect(report.delivery.organisation == scene.waterschap.id)
            #expect(report.document.supplierCode == Scene.waterschapOIN)
            let by = try await scene.database.read { transaction in
                try transaction.value("SELECT delivered_by FROM delivery", as: Organisation.ID.self)
            }
            #expect(by == scene.gemeente.id)
            let batchID = report.document.batchID
            let (own, handedOver, stranger) = try await scene.database.read { transaction in
                (
                    try Delivery.last(batchID, of: scene.waterschap.id, in: transaction)?.id,
                    try Delivery.last(batchID, of: scene.gemeente.id, in: transaction)?.id,
                    try Delivery.last(batchID, of: .lowest, in: transaction)?.id
                )
            }
            #expect(own == receipt.id)
            #expect(handedOver == receipt.id)
            #expect(stranger == nil)
        }
    }
}

private let schemas = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Fixtures/schemas")

/// The exit code of libxml2's own program for a document against a schema.
private func xmllint(_ document: [UInt8], schema: String) async throws -> Int32 {
    let folder = try TemporaryFolder()
    let file = URL(filePath: folder.file("report.xml"))
    try Data(document).write(to: file)
    return try await withCheckedThrowingContinuation { continuation in
        // Waiting for a process blocks its thread; not one of the cooperative pool.
        DispatchQueue.global().async {
            continuation.resume(
                with: Result {
                    let process = Process()
                    process.executableURL = URL(filePath: "/usr/bin/xmllint")
                    process.arguments = [
                        "--noout", "--nonet", "--schema", schemas.appending(path: schema).path(), file.path(),
                    ]
                    process.standardError = FileHandle.nullDevice
                    try process.run()
                    process.waitUntilExit()
                    return process.terminationStatus
                })
        }
    }
}
