import CivilTime
import Identity
import Journal
import SQL
import TestKit
import Testing

@testable import MessageBox

/// Finding a message again by what its sender knows of it, and what it is told.
@Suite struct SuppliedMessageTests {
    private static let today = Scene.start.localDate

    @Test(arguments: TestDatabase.kinds)
    func
        `a message is found by its id and its reference, each time it was offered, by its sender only`(
            _ kind: TestDatabase.Kind
        ) async throws
    {
        try await withScene(kind) { scene in
            let wrong = Letter(1) {
                $0.type = "NIETS"
                $0.reference = "DOS-7"
            }
            let right = Letter(1) { $0.reference = "DOS-7" }
            try await scene.deliver(Batch(1, [Letter(5), wrong]))
            try await scene.process()
            scene.clock.pass(60)
            try await scene.deliver(Batch(2, [right, Letter(6)]))
            try await scene.process()
            let (keys, id) = (scene.facilities.keys, try #require(SupplierGUID(guid(1_001).uppercased())))
            let codes = { @Sendable (organisation: Organisation) in
                try await scene.database.read { transaction in
                    (
                        try SuppliedMessage.search(id, of: organisation.id, in: transaction).map(\.code),
                        try SuppliedMessage.search(
                            reference: "DOS-7", of: organisation.id, keys: keys, in: transaction
                        ).map(\.code)
                    )
                }
            }
            let own = try await codes(scene.waterschap)
            #expect(own.0 == [.processed, .typeNotSupported])
            #expect(own.1 == [.processed, .typeNotSupported])
            let other = try await codes(scene.gemeente)
            #expect(other.0.isEmpty && other.1.isEmpty)
            let stored = try await scene.count("SELECT COUNT(*) FROM message_reference")
            #expect(stored == 4)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a day is paged from the last message to the first, for every outcome`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            for number in 1...3 {
                scene.clock.pass(1)
                let letters = (0..<7).map { place in
                    Letter(number * 10 + place) { if place % 3 == 0 { $0.type = "NIETS" } }
                }
                try await scene.deliver(Batch(number, letters))
            }
            try await scene.process()
            for (code, count) in [(nil, 21), (.processed, 12), (.typeNotSupported, 9)]
                as [(ProcessingCode?, Int)]
            {
                let found = try await scene.database.read { transaction in
                    var all: [SuppliedMessage] = []
                    while true {
                        let page = try SuppliedMessage.list(
                            of: scene.waterschap.id, on: Self.today, with: code, before: all.last?.place,
                            limit: 5, in: transaction)
                        all += page
                        if page.count < 5 { return all }
                    }
                }
                #expect(found.count == count)
                #expect(Set(found.map(\.messageID.key)).count == count)
                let places = found.map { ($0.place.delivery, $0.place.position) }
                #expect(zip(places, places.dropFirst()).allSatisfy { $0 > $1 })
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func
        `the story goes up to the notification, leaves a line about the person, and never says "read"`(
            _ kind: TestDatabase.Kind
        ) async throws
    {
        try await withScene(kind) { scene in
            let receipt = try await scene.deliver(Batch(1, [Letter(1), Letter(2) { $0.type = "NIETS" }]))
            try await scene.process()
            let keys = scene.facilities.keys
            let tell = { @Sendable (position: Int, organisation: Organisation) in
                try await scene.database.write { transaction in
                    try MessageStory.tell(
                        of: .init(delivery: receipt.id, position: position), for: organisation, keys: keys,
                        in: transaction, at: scene.now)
                }
            }
            let lines = try await scene.count("SELECT COUNT(*) FROM processing_line")
            let story = try #require(try await tell(1, scene.waterschap))
            #expect(story.placed?.publishedAt == Scene.start)
            #expect(story.placed?.isWithheld == false)
            #expect(story.messageCount == 2)
            #expect(try await scene.count("SELECT COUNT(*) FROM processing_line") == lines + 1)
            let before = story.placed
            try await scene.database.write { transaction in
                _ = try transaction.run("UPDATE message SET read_at = \(scene.now)")
            }
            #expect(try #require(try await tell(1, scene.waterschap)).placed == before)
            let rejected = try #require(try await tell(2, scene.waterschap))
            #expect(rejected.message.code == .typeNotSupported)
            #expect(rejected.placed == nil)
            #expect(try await tell(1, scene.gemeente) == nil)
            #expect(try await tell(3, scene.waterschap) == nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a message whose box closed before it was to show is told to be withheld`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let later = Scene.start.advanced(bySeconds: 86_400)
            let receipt = try await scene.deliver(
                Batch(1, [Letter(1) { $0.publication = later.rfc3339 }]))
            try await scene.process()
            let person = try await scene.person(Scene.anna)
            let keys = scene.facilities.keys
            let withheld = try await scene.database.write { transaction in
                try [false, true].map { isClosed in
                    if isClosed {
                        try Box.find(person, in: transaction)?.change(
                            to: .closed, in: transaction, at: scene.now)
                    }
                    return try MessageStory.tell(
                        of: .init(delivery: receipt.id, position: 1), for: scene.waterschap, keys: keys,
                        in: transaction, at: later)?.placed?.isWithheld
                }
            }
            #expect(withheld == [false, true])
        }
    }
}
