import CivilTime
import SQL
import TestKit
import Testing

@testable import MessageBox

@Suite struct SearchTests {
    private func find(
        _ text: String, _ scene: Scene, in place: Place? = nil, of digits: String = Scene.anna
    ) async throws -> [String] {
        let question = try #require(SearchQuestion(text))
        return try await scene.mailbox(digits).search(
            question, in: place, olderThan: nil, limit: 200, at: scene.now
        ).headings.map(\.subject)
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-02 words of subject, text, reference and sender find a message, without capitals and accents`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["Aanslag rioolheffing"]) {
                $0.text = "Geachte lezer\\r\\nHet café betaalt."
            }
            try await scene.send(["Uw crèche"]) { $0.reference = "KM-2026/77" }
            #expect(try await find("aanslag", scene) == ["Aanslag rioolheffing"])
            #expect(try await find("CAFE", scene) == ["Aanslag rioolheffing"])
            #expect(try await find("Crêche", scene) == ["Uw crèche"])
            #expect(try await find("2026 77", scene) == ["Uw crèche"])
            #expect(try await find("waterschap", scene) == ["Uw crèche", "Aanslag rioolheffing"])
            #expect(try await find("riool waterschap café", scene) == ["Aanslag rioolheffing"])
            // The beginning of a word from three letters on; no middle, and shorter words whole.
            #expect(try await find("rio", scene) == ["Aanslag rioolheffing"])
            #expect(try await find("heffing", scene).isEmpty)
            #expect(try await find("uw", scene) == ["Uw crèche"])
            #expect(try await find("u", scene).isEmpty)
            #expect(try await find("aanslag creche", scene).isEmpty)
            #expect(try await find("aanslag", scene, of: Scene.bilal).isEmpty)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-02 a search looks in one place or everywhere, and finds what came since the last one`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["Post een"])
            #expect(try await find("post", scene) == ["Post een"])
            try await scene.send(["Post twee", "Post drie"])
            _ = try await scene.mailbox(Scene.anna).move(
                try await scene.ids("Post twee"), to: .archive, at: scene.now)
            #expect(try await find("post", scene) == ["Post drie", "Post twee", "Post een"])
            #expect(try await find("post", scene, in: .archive) == ["Post twee"])
            scene.clock.pass(3 * 86_400)
            try await scene.send(["Post vier"])
            #expect(
                try await find("post", scene, in: .box) == ["Post vier", "Post drie", "Post een"])
            #expect(try await scene.count("SELECT entry_count FROM search_part") == 4)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a message that is planned is found when it shows and not before`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            let later = scene.now.advanced(bySeconds: 5 * 86_400)
            try await scene.send(["Nu"])
            try await scene.send(["Straks"]) { $0.publication = later.rfc3339 }
            #expect(try await find("lezer", scene) == ["Nu"])
            scene.clock.set(later)
            #expect(try await find("lezer", scene) == ["Straks", "Nu"])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `what was found is read a page at a time`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            try await scene.send((1...5).map { "Post \($0)" })
            let mailbox = try await scene.mailbox(Scene.anna)
            let question = try #require(SearchQuestion("post"))
            var (position, pages): (BoxPosition?, [[String]]) = (nil, [])
            repeat {
                let page = try await mailbox.search(question, olderThan: position, limit: 2, at: scene.now)
                pages.append(page.headings.map(\.subject))
                #expect(page.isComplete)
                position =
                    page.hasOlder
                    ? page.headings.last.map { BoxPosition(publishedAt: $0.publishedAt, id: $0.id) } : nil
            } while position != nil
            #expect(pages == [["Post 5", "Post 4"], ["Post 3", "Post 2"], ["Post 1"]])
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `two first searches at once read the box in once`(_ kind: TestDatabase.Kind) async throws {
        try await withScene(kind) { scene in
            try await scene.send(["Post een", "Post twee", "Post drie"])
            let mailbox = try await scene.mailbox(Scene.anna)
            let (question, now) = (try #require(SearchQuestion("post")), scene.now)
            let counts = try await withThrowingTaskGroup(of: Int.self) { group in
                for _ in 1...4 {
                    group.addTask {
                        try await mailbox.search(question, olderThan: nil, limit: 9, at: now).headings.count
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(counts == [3, 3, 3, 3])
            #expect(try await scene.count("SELECT CAST(SUM(entry_count) AS BIGINT) FROM search_part") == 3)
        }
    }

    @Test func `the words are sealed`() async throws {
        try await withScene(.sqlite) { scene in
            try await scene.send(["Chemotherapie"])
            #expect(try await find("chemo", scene) == ["Chemotherapie"])
            let stored = try await scene.database.read { transaction in
                try transaction.value("SELECT words_sealed FROM search_part", as: [UInt8].self)
            }
            let text = String(decoding: try #require(stored), as: UTF8.self).lowercased()
            #expect(!text.contains("chemo"))
        }
    }

    @Test(arguments: ["", " -/ ", String(repeating: "woord ", count: 40)])
    func `what holds no word, or too much, is no question`(_ text: String) {
        #expect(SearchQuestion(text) == nil)
    }

    @Test func `words are kept without accents, and an entry goes alone`() {
        let ids = (0..<3).map { Message.ID.new(milliseconds: Int64($0)) }
        var part = SearchPart(number: 1)
        for (index, id) in ids.enumerated() {
            part.add(
                .init(id, publishedAt: Instant(seconds: Int64(index)), texts: ["Één IJsvrije øre łódź ﬁn"]))
        }
        let words = part.entries[0].words
        #expect(String(decoding: words, as: UTF8.self) == "\neen\nijsvrije\nore\nlodz\nfin\n")
        part.remove([ids[1]])
        #expect(part.entries.map(\.id) == [ids[0], ids[2]])
    }
}
