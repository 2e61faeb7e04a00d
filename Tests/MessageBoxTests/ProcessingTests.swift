import CivilTime
import Identity
import SQL
import TestKit
import Testing
import Work

@testable import MessageBox

@Suite struct ProcessingTests {
    private struct Interrupted: Error {}
    static let batch = Batch(1, (1...250).map { Letter($0) })

    /// Every message of the batch is in the box once, with one line, in one report.
    private func expectWhole(_ scene: Scene, _ receipt: Receipt) async throws {
        #expect(try await scene.lines(of: receipt) == Array(repeating: verwerkt, count: 250))
        let positions = try await scene.database.read { transaction in
            try transaction.rows("SELECT position FROM report_line ORDER BY position") {
                try $0.next(Int.self)
            }
        }
        #expect(positions == Array(1...250))
        #expect(try await scene.count("SELECT COUNT(*) FROM message") == 250)
        #expect(try await scene.count("SELECT COUNT(*) FROM notification") == 250)
        #expect(try await scene.count("SELECT COUNT(*) FROM report") == 1)
        #expect(try await scene.count("SELECT COUNT(*) FROM work_item WHERE kind = 'processing'") == 0)
    }

    @Test(arguments: TestDatabase.kinds)
    func `processing goes on where it was after a lease was lost within a batch`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let receipt = try await scene.deliver(Self.batch)
            let dying = try #require(try await scene.lease(.processing))
            let item = try #require(dying.items.first)
            let settling = Settling(facilities: scene.facilities, now: scene.now)
            try await settling.settle(try await scene.portion(of: receipt, from: 1, to: 100)) { transaction in
                try dying.progress(item, Array("100".utf8), in: transaction)
            }
            await #expect(throws: Interrupted.self) {
                try await settling.settle(try await scene.portion(of: receipt, from: 101, to: 200)) { _ in
                    throw Interrupted()
                }
            }
            #expect(try await scene.count("SELECT COUNT(*) FROM report_line") == 100)
            #expect(try await scene.count("SELECT COUNT(*) FROM message") == 100)
            scene.clock.pass(61)
            let next = try #require(try await scene.lease(.processing))
            await #expect(throws: WorkError.leaseLost) {
                try await settling.settle(try await scene.portion(of: receipt, from: 101, to: 200)) {
                    try dying.progress(item, Array("200".utf8), in: $0)
                }
            }
            #expect(try await scene.count("SELECT COUNT(*) FROM report_line") == 100)
            try await ProcessingLane(facilities: scene.facilities, now: scene.clock.now).serve(next)
            try await expectWhole(scene, receipt)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `two workers at one batch, of whom one lost the lease, leave one line for each message`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let receipt = try await scene.deliver(Self.batch)
            let slow = try #require(try await scene.lease(.processing))
            scene.clock.pass(61)
            let next = try #require(try await scene.lease(.processing))
            let processing = ProcessingLane(facilities: scene.facilities, now: scene.clock.now)
            let overtaken = Task { try await processing.serve(slow) }
            let served = Task { try await processing.serve(next) }
            // By its lost lease, or on PostgreSQL already by a line that the other one wrote.
            await #expect(throws: (any Error).self) { try await overtaken.value }
            try await served.value
            try await expectWhole(scene, receipt)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a planned message is not there before its moment, and is told of then`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let moment = Scene.start.advanced(bySeconds: 3 * 86_400)
            let planned = Letter(1) {
                $0.publication = moment.rfc3339
                $0.subject = "later"
                $0.attachments = [pdf(100)]
            }
            let lines = try await scene.outcome(of: Batch(1, [planned]))
            #expect(lines == [verwerkt])
            let ids = try await scene.database.read { transaction in
                try transaction.rows("SELECT id FROM message") { try $0.next(Message.ID.self) }
            }
            let id = try #require(ids.first)
            let mailbox = try await scene.mailbox(Scene.anna)
            scene.clock.set(moment.advanced(byMicroseconds: -1))
            #expect(try await scene.subjects(in: Scene.anna) == [])
            #expect(try await mailbox.unreadCount(at: scene.now) == 0)
            await #expect(throws: MailboxError.noSuchMessage) {
                _ = try await mailbox.open(id, at: scene.now)
            }
            await #expect(throws: MailboxError.noSuchAttachment) {
                _ = try await mailbox.attachment(1, of: id, at: scene.now)
            }
            #expect(try await scene.lease(.notification) == nil)
            scene.clock.set(moment)
            #expect(try await scene.subjects(in: Scene.anna) == ["later"])
            #expect(try await mailbox.attachment(1, of: id, at: scene.now).bytes == pdf(100))
            #expect(try await scene.lease(.notification)?.items.count == 1)
        }
    }

    /// INTERFACES: withheld when the box closed between *Verwerkt* and publication, the report unchanged.
    @Test func `a box that closed before publication shows nothing, and nobody is told`() async throws {
        try await withScene(.sqlite) { scene in
            let moment = Scene.start.advanced(bySeconds: 86_400)
            let receipt = try await scene.deliver(Batch(1, [Letter(1) { $0.publication = moment.rfc3339 }]))
            try await scene.process()
            let anna = try await scene.person(Scene.anna)
            try await scene.database.write { transaction in
                try Box.find(anna, in: transaction)?.change(to: .closed, in: transaction, at: Scene.start)
            }
            scene.clock.set(moment)
            #expect(try await scene.lines(of: receipt) == [verwerkt])
            try await withSink { sink in
                try await scene.notify(through: sink)
                #expect(sink.received.mails.isEmpty)
            }
            #expect(try await scene.subjects(in: Scene.anna) == [])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a delivery whose content is gone is set aside, and those behind it go on`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let broken = try await scene.deliver(Batch(1, [Letter(1)]))
            try await scene.database.write { transaction in
                try transaction.run(
                    "UPDATE delivery SET content_blob_id = NULL WHERE id = \(broken.id)"
                )
            }
            let whole = try await scene.deliver(Batch(2, [Letter(2)]))
            try await scene.process()
            #expect(try await scene.lines(of: whole) == [verwerkt])
            let dead = try await scene.database.read { transaction in
                try Work.deadLetters(.processing, limit: 10, in: transaction)
            }
            #expect(dead.count == 1)
        }
    }
}
