import CivilTime
import Journal
import SQL
import TestKit
import Testing

@testable import MessageBox

@Suite struct FolderTests {
    private func name(_ text: String) throws -> FolderName { try #require(FolderName(text)) }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-02 a folder is made, renamed and removed, and its messages go back to the box`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A", "B"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let huis = try await mailbox.makeFolder(try name("  Huis "), at: scene.now)
            _ = try await mailbox.makeFolder(try name("auto"), at: scene.now)
            #expect(try await mailbox.folders(at: scene.now).map(\.name) == ["auto", "Huis"])
            try await mailbox.rename(huis, to: try name("HUIS"), at: scene.now)
            #expect(try await mailbox.folders(at: scene.now).map(\.name) == ["auto", "HUIS"])
            _ = try await mailbox.move(try await scene.ids("A", "B"), to: .folder(huis), at: scene.now)
            scene.clock.pass(1)
            _ = try await mailbox.move(try await scene.ids("B"), to: .bin, at: scene.now)
            scene.clock.pass(1)
            #expect(try await mailbox.remove(huis, at: scene.now) == 1)
            #expect(try await scene.subjects(in: .box) == ["A"])
            scene.clock.pass(1)
            // What was thrown away from a folder that is gone comes back to the box.
            try await mailbox.putBack(try await scene.ids("B"), at: scene.now)
            #expect(try await scene.subjects(in: .box) == ["B", "A"])
            #expect(try await mailbox.folders(at: scene.now).map(\.name) == ["auto"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a name that is taken, a folder that is not there, and one too many are refused`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let id = try await scene.ids("A")
            for number in 1...Mailbox.folderLimit {
                _ = try await mailbox.makeFolder(try name("Map \(number)"), at: scene.now)
            }
            await #expect(throws: MailboxError.tooManyFolders) {
                try await mailbox.makeFolder(try name("Nog een"), at: scene.now)
            }
            let first = try #require(try await mailbox.folders(at: scene.now).first)
            await #expect(throws: MailboxError.folderNameTaken) {
                try await mailbox.rename(first.id, to: try name("MAP 7"), at: scene.now)
            }
            let other = try await scene.mailbox(Scene.bilal)
            let gone = first.id
            for act in [
                { _ = try await other.move(id, to: .folder(gone), at: scene.now) },
                { _ = try await other.rename(gone, to: try name("Van mij"), at: scene.now) },
                { _ = try await other.remove(gone, at: scene.now) },
            ] as [@Sendable () async throws -> Void] {
                await #expect(throws: MailboxError.self) { try await act() }
            }
            #expect(try await mailbox.folders(at: scene.now).map(\.name).contains(first.name))
        }
    }

    @Test func `a folder made by two browsers at once is there once`() async throws {
        for kind in TestDatabase.kinds {
            try await withScene(kind) { scene in
                let mailbox = try await scene.mailbox(Scene.anna)
                let huis = try name("Huis")
                let made = await withTaskGroup(of: Bool.self) { group in
                    for _ in 1...4 {
                        group.addTask {
                            do {
                                _ = try await mailbox.makeFolder(huis, at: scene.now)
                                return true
                            } catch MailboxError.folderNameTaken {
                                return false
                            } catch {
                                Issue.record(error)
                                return false
                            }
                        }
                    }
                    return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
                }
                #expect(made == 1)
                #expect(try await mailbox.folders(at: scene.now).count == 1)
            }
        }
    }

    @Test(arguments: ["", "  ", "a\nb", "a\u{0}b", String(repeating: "w", count: 41)])
    func `what is no name is no folder`(_ text: String) {
        #expect(FolderName(text) == nil)
    }

    @Test func `the name of a folder is sealed`() async throws {
        try await withScene(.sqlite) { scene in
            _ = try await scene.mailbox(Scene.anna).makeFolder(try name("Ziekenhuis"), at: scene.now)
            let sealed = try await scene.database.read { transaction in
                try transaction.value("SELECT name_sealed FROM folder", as: [UInt8].self)
            }
            let bytes = try #require(sealed)
            #expect(!String(decoding: bytes, as: UTF8.self).contains("Ziekenhuis"))
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a page of any place, its unread messages and its folders is read by its index`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["A"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let folder = try await mailbox.makeFolder(try name("Huis"), at: scene.now)
            let box = try await mailbox.log(.readBoxList, at: scene.now)
            try await scene.database.write { transaction in
                let explaining = try ExplainingTransaction(transaction)
                for place in [Place.box, .archive, .bin, .folder(folder)] {
                    for unreadOnly in [true, false] {
                        _ = try Mailbox.headings(
                            .init(place: place, unreadOnly: unreadOnly, before: nil, limit: 25), of: box,
                            in: explaining)
                    }
                }
                _ = try Mailbox.folders(of: box, in: explaining)
                // The hundred rows at most that a badge counts are gone through from end to end.
                let wholeReads = explaining.wholeReads.filter { $0 != "SCAN unread" }
                #expect(wholeReads.isEmpty, "\(explaining.plans)")
                let steps = explaining.plans.prefix(8).joined().joined(separator: "\n")
                #expect(!steps.contains("Sort") && !steps.contains("TEMP B-TREE"), "\(steps)")
            }
        }
    }
}
