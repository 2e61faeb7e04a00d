import Blobs
import CivilTime
import Foundation
import SQL
import TestKit
import Testing

@testable import MessageBox

@Suite struct BinTests {
    private static let days: Int64 = 86_400

    @Test(arguments: TestDatabase.kinds)
    func `SNO-02 what lay in the bin for its term is erased with its attachments, and nothing else is`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["Weg", "Blijft"]) { $0.attachments = [pdf(100), pdf(200)] }
            try await scene.send(["Ook weg"], to: Scene.bilal)
            let mailbox = try await scene.mailbox(Scene.anna)
            let gone = try await scene.ids("Weg")
            _ = try await mailbox.search(
                try #require(SearchQuestion("lezer")), olderThan: nil, limit: 9, at: scene.now)
            _ = try await mailbox.move(gone, to: .bin, at: scene.now)
            _ = try await scene.mailbox(Scene.bilal).move(
                try await scene.ids("Ook weg", of: Scene.bilal), to: .bin, at: scene.now)
            scene.clock.pass(30 * Self.days)
            try await Retention.apply(facilities: scene.facilities, at: scene.now)
            #expect(try await scene.subjects(in: .bin) == ["Weg"])
            scene.clock.pass(1)
            try await Retention.apply(facilities: scene.facilities, at: scene.now)
            #expect(try await scene.subjects(in: .bin).isEmpty)
            #expect(try await scene.subjects(in: .bin, of: Scene.bilal).isEmpty)
            #expect(try await scene.subjects(in: .box) == ["Blijft"])
            #expect(try await scene.count("SELECT COUNT(*) FROM attachment") == 2)
            #expect(
                try await scene.count(
                    "SELECT COUNT(*) FROM message WHERE place = 3 AND length(body_sealed) = 0") == 2)
            await #expect(throws: MailboxError.noSuchMessage) {
                try await mailbox.open(gone[0], at: scene.now)
            }
            await #expect(throws: MailboxError.noSuchAttachment) {
                try await mailbox.attachment(1, of: gone[0], at: scene.now)
            }
            let found = try await mailbox.search(
                try #require(SearchQuestion("lezer")), olderThan: nil, limit: 9, at: scene.now)
            #expect(found.headings.map(\.subject) == ["Blijft"])
            #expect(
                try await scene.count("SELECT COUNT(*) FROM audit_entry WHERE act = 'message.erase'") == 2)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `what lies in the bin can be erased at once, what lies elsewhere cannot`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A", "B"])
            let mailbox = try await scene.mailbox(Scene.anna)
            _ = try await mailbox.move(try await scene.ids("A"), to: .bin, at: scene.now)
            let both = try await scene.ids("A", "B")
            await #expect(throws: MailboxError.notInBin) { try await mailbox.erase(both, at: scene.now) }
            #expect(try await scene.subjects(in: .bin) == ["A"])
            try await mailbox.erase([both[0]], at: scene.now)
            #expect(try await scene.subjects(in: .bin).isEmpty)
            await #expect(throws: MailboxError.noSuchMessage) {
                try await mailbox.putBack([both[0]], at: scene.now)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a message that was erased is not delivered again`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            let letter = Letter(1)
            try await scene.deliver(Batch(1, [letter]))
            try await scene.process()
            let mailbox = try await scene.mailbox(Scene.anna)
            let id = try await scene.ids(letter.subject)
            _ = try await mailbox.move(id, to: .bin, at: scene.now)
            try await mailbox.erase(id, at: scene.now)
            #expect(try await scene.outcome(of: Batch(2, [letter])) == [bestaatAl])
            #expect(try await scene.subjects(in: .box).isEmpty)
        }
    }
}
