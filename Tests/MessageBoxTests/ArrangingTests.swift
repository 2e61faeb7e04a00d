import CivilTime
import Identity
import Journal
import SQL
import Sealing
import TestKit
import Testing

@testable import MessageBox

@Suite struct ArrangingTests {
    @Test(arguments: TestDatabase.kinds)
    func `SNO-02 messages go to the archive and the bin together, and an undo brings each back to its place`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A", "B", "C"])
            let mailbox = try await scene.mailbox(Scene.anna)
            _ = try await mailbox.move(try await scene.ids("B"), to: .archive, at: scene.now)
            scene.clock.pass(1)
            let move = try await mailbox.move(try await scene.ids("A", "B"), to: .bin, at: scene.now)
            #expect(move.messageCount == 2)
            #expect(try await scene.subjects(in: .bin) == ["B", "A"])
            #expect(try await scene.subjects(in: .box) == ["C"])
            scene.clock.pass(1)
            #expect(try await mailbox.move(of: move.at) == move)
            #expect(try await mailbox.undo(moveOf: move.at, at: scene.now) == 2)
            #expect(try await scene.subjects(in: .box) == ["C", "A"])
            #expect(try await scene.subjects(in: .archive) == ["B"])
            await #expect(throws: MailboxError.nothingToUndo) {
                try await mailbox.undo(moveOf: move.at, at: scene.now)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a selection with one message that is not in the box changes nothing`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["Mine"])
            try await scene.send(["Theirs"], to: Scene.bilal)
            let mine = try await scene.ids("Mine")
            let theirs = try await scene.ids("Theirs", of: Scene.bilal)
            let mailbox = try await scene.mailbox(Scene.anna)
            let unknown = Message.ID.new(milliseconds: 0)
            for selection in [mine + theirs, theirs, [unknown], mine + [unknown]] {
                await #expect(throws: MailboxError.noSuchMessage) {
                    try await mailbox.move(selection, to: .bin, at: scene.now)
                }
                await #expect(throws: MailboxError.noSuchMessage) {
                    try await mailbox.mark(selection, read: true, at: scene.now)
                }
                await #expect(throws: MailboxError.noSuchMessage) {
                    try await mailbox.putBack(selection, at: scene.now)
                }
            }
            let many = (0...Mailbox.selectionLimit).map { Message.ID.new(milliseconds: Int64($0)) }
            for selection in [[], many] {
                await #expect(throws: MailboxError.selectionSize) {
                    try await mailbox.move(selection, to: .bin, at: scene.now)
                }
            }
            #expect(try await scene.subjects(in: .box) == ["Mine"])
            #expect(try await scene.subjects(in: .box, of: Scene.bilal) == ["Theirs"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-02 unread is marked and counted per place, and the list shows it alone`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A", "B", "C"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let folder = try await mailbox.makeFolder(try #require(FolderName("Huis")), at: scene.now)
            _ = try await mailbox.move(try await scene.ids("C"), to: .folder(folder), at: scene.now)
            try await mailbox.mark(try await scene.ids("A"), read: true, at: scene.now)
            let unread = try await mailbox.list(unreadOnly: true, olderThan: nil, limit: 9, at: scene.now)
            #expect(unread.headings.map(\.subject) == ["B"])
            #expect(try await mailbox.unreadCount(at: scene.now) == 1)
            #expect(try await mailbox.folders(at: scene.now).map(\.unreadCount) == [1])
            try await mailbox.mark(try await scene.ids("A"), read: false, at: scene.now)
            #expect(try await mailbox.unreadCount(at: scene.now) == 2)
        }
    }

    /// What a browser does that saw the message unread in the box.
    private static let unlessChanged: @Sendable (Arrangement) throws -> Void = { found in
        guard found == Arrangement(place: .box, isRead: false) else { throw MailboxError.changedMeanwhile }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a message that another browser changed is left as it is`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let id = try await scene.ids("A")[0]
            let seen = Self.unlessChanged
            let first = try await mailbox.arrange(
                id, place: .archive, isRead: true, seen: seen, at: scene.now)
            #expect(first == Arrangement(place: .archive, isRead: true))
            await #expect(throws: MailboxError.changedMeanwhile) {
                try await mailbox.arrange(
                    id, place: .bin, isRead: nil, seen: seen, at: scene.now)
            }
            #expect(try await scene.subjects(in: .archive) == ["A"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `of two browsers that move the same message as they saw it, one wins and the other is told`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let id = try await scene.ids("A")[0]
            let seen = Self.unlessChanged
            let places: [Place] = [.archive, .bin, .archive, .bin]
            let won = await withTaskGroup(of: Place?.self) { group in
                for place in places {
                    group.addTask {
                        do {
                            return try await mailbox.arrange(
                                id, place: place, isRead: nil, seen: seen, at: scene.now
                            ).place
                        } catch MailboxError.changedMeanwhile {
                            return nil
                        } catch {
                            Issue.record(error)
                            return nil
                        }
                    }
                }
                return await group.reduce(into: [Place]()) { all, one in one.map { all.append($0) } }
            }
            #expect(won.count == 1)
            #expect(try await scene.subjects(in: try #require(won.first)) == ["A"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `each change leaves its line in the processing log`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A"])
            let id = try await scene.ids("A")
            scene.clock.pass(1)
            _ = try await scene.mailbox(Scene.anna).move(id, to: .bin, at: scene.now)
            let subject = scene.facilities.keys.livePseudonyms(of: Scene.anna, for: .log)
            let lines = try await scene.database.read { transaction in
                try ProcessingLog.lines(about: subject, limit: 1, in: transaction)
            }
            #expect(lines.map(\.activity) == [.arrangeBox])
        }
    }
}
