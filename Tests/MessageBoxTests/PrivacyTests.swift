import CivilTime
import Foundation
import Identity
import Journal
import SQL
import Sealing
import TestKit
import Testing

@testable import MessageBox

@Suite struct PrivacyTests {
    private func lines(_ scene: Scene, about digits: String) async throws -> [ProcessingLog.Recorded] {
        let subject = scene.facilities.keys.livePseudonyms(of: digits, for: .log)
        return try await scene.database.read { transaction in
            try ProcessingLog.lines(about: subject, limit: 50, in: transaction)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a look-up leaves its line, also of somebody who is not here or does not want it`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let letters = [Scene.anna, Scene.stranger, Scene.dirk].enumerated().map { index, digits in
                Letter(index) { $0.recipient = digits }
            }
            try await scene.deliver(Batch(1, letters))
            try await scene.process()
            for digits in [Scene.anna, Scene.stranger, Scene.dirk] {
                let found = try await lines(scene, about: digits)
                #expect(found.map(\.activity) == [.deliverMessage])
                #expect(found.first?.organisation == Scene.waterschapOIN)
            }
            #expect(try await lines(scene, about: Scene.bilal).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `every look in the box leaves its line`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            try await scene.deliver(Batch(1, [Letter(1) { $0.attachments = [pdf(100)] }]))
            try await scene.process()
            scene.clock.pass(1)
            let mailbox = try await scene.mailbox(Scene.anna)
            let id = try #require(
                try await mailbox.list(olderThan: nil, limit: 10, at: scene.now).headings.first?.id)
            scene.clock.pass(1)
            _ = try await mailbox.open(id, at: scene.now)
            scene.clock.pass(1)
            _ = try await mailbox.attachment(1, of: id, at: scene.now)
            let found = try await lines(scene, about: Scene.anna)
            #expect(found.map(\.activity) == [.readAttachment, .readMessage, .readBoxList, .deliverMessage])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `without a line in the log nothing is shown and nobody is looked up`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.deliver(Batch(1))
            try await scene.process()
            let mailbox = try await scene.mailbox(Scene.anna)
            let id = try #require(
                try await mailbox.list(olderThan: nil, limit: 10, at: scene.now).headings.first?.id)
            try await scene.deliver(Batch(2, [Letter(2)]))
            try await scene.database.write { transaction in
                _ = try transaction.run("ALTER TABLE processing_line RENAME TO gone")
            }
            await #expect(throws: (any Error).self) {
                try await mailbox.list(olderThan: nil, limit: 10, at: scene.now)
            }
            await #expect(throws: (any Error).self) { try await mailbox.open(id, at: scene.now) }
            await #expect(throws: (any Error).self) { try await scene.process() }
            #expect(try await scene.count("SELECT COUNT(*) FROM message") == 1)
        }
    }

    @Test func `a citizen has no way to another one's message`() async throws {
        try await withScene(.sqlite) { scene in
            try await scene.deliver(Batch(1, [Letter(1) { $0.attachments = [pdf(100)] }]))
            try await scene.process()
            let id = try #require(
                try await scene.mailbox(Scene.anna).list(olderThan: nil, limit: 10, at: scene.now).headings
                    .first?.id)
            let other = try await scene.mailbox(Scene.bilal)
            await #expect(throws: MailboxError.noSuchMessage) { try await other.open(id, at: scene.now) }
            await #expect(throws: MailboxError.noSuchAttachment) {
                try await other.attachment(1, of: id, at: scene.now)
            }
            let unread = try await scene.mailbox(Scene.anna).unreadCount(at: scene.now)
            #expect(unread == 1)
        }
    }

    @Test func `no number, text or name can be read in the database file, its log, or the segments`()
        async throws
    {
        try await withScene(.sqlite) { scene in
            let secrets = ["Zeer geheim onderwerp", "Vertrouwelijke tekst", "KENMERK-77"]
            let file = pdf(200) + Array("Onleesbare bijlage %%EOF".utf8)
            let letter = Letter(1) {
                ($0.subject, $0.text, $0.reference) = (secrets[0], secrets[1], secrets[2])
                $0.attachments = [file]
            }
            try await scene.deliver(Batch(1, [letter, Letter(2) { $0.recipient = Scene.stranger }]))
            try await scene.deliver(
                json: JSONTests.message(id: guid(3), subject: secrets[0], text: secrets[1]))
            try await scene.process()
            #expect(try await scene.subjects(in: Scene.anna) == [secrets[0], secrets[0]])
            let hidden =
                secrets + ["Onleesbare bijlage", "Anna de Test", "anna@example.org", "bijlage 1"]
                + [Scene.anna, Scene.stranger, Scene.bilal]
            let files = try await scene.files()
            #expect(files.contains { $0.hasSuffix("-wal") })
            #expect(files.contains { $0.contains("/blobs/") })
            for path in files {
                let bytes = try Data(contentsOf: URL(filePath: path))
                for text in hidden {
                    #expect(bytes.range(of: Data(text.utf8)) == nil, "\(text) stands in \(path)")
                }
            }
        }
    }
}

extension Scene {
    /// Every file of the embedded database and of the blobs.
    fileprivate func files() async throws -> [String] {
        let path = try await database.read { transaction in
            try transaction.value(
                "SELECT file FROM pragma_database_list WHERE name = 'main'", as: String.self)
        }
        let database = try #require(path)
        let folders = [URL(filePath: database).deletingLastPathComponent().path(), folder.file("blobs")]
        return try folders.flatMap { folder in
            try FileManager.default.subpathsOfDirectory(atPath: folder).map { "\(folder)/\($0)" }
        }.filter { path in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && !isFolder.boolValue
        }
    }
}
