import CivilTime
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct CodeTests {
    struct Spoilt: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let line: String
        let change: @Sendable (inout Batch) -> Void

        init(_ name: String, _ line: String, _ change: @escaping @Sendable (inout Batch) -> Void) {
            testDescription = name
            self.line = line
            self.change = change
        }
    }

    static let notWilling = "NietActiefOfGeabonneerd ValidatieGebruiker"
    static let schema = "XmlValidatieTegenXsdValtNegatiefUit ValidatieSchema"
    static let type = "BerichtTypeNietOndersteund ValidatieBerichtType"
    static let tooLarge = "BijlageTeGroot ValidatieBijlage"

    static let spoilt: [Spoilt] = [
        Spoilt("nothing", verwerkt) { _ in },
        Spoilt("a subject of 51 characters", schema) {
            $0.letters[0].subject = String(repeating: "a", count: 51)
        },
        Spoilt("80 scalars that show as 40 letters", schema) {
            $0.letters[0].subject = String(repeating: "e\u{301}", count: 40)
        },
        Spoilt("50 scalars that show as 25 letters", verwerkt) {
            $0.letters[0].subject = String(repeating: "e\u{301}", count: 25)
        },
        Spoilt("a text of 4,001 characters", schema) {
            $0.letters[0].text = String(repeating: "a", count: 4_001)
        },
        Spoilt("a text of 4,000 characters", verwerkt) {
            $0.letters[0].text = String(repeating: "a", count: 4_000)
        },
        Spoilt("three attachments", schema) { $0.letters[0].attachments = [pdf(99), pdf(99), pdf(99)] },
        Spoilt("the batch id of another batch", "TechnischProbleem ValidatieSchema") {
            $0.letters[0].batch = guid(77)
        },
        Spoilt("a batch made 13 days and a second ago", "AanmaakDatumLigtTeVerInHetVerleden ValidatieDatum") {
            $0.madeAt = Scene.start.advanced(bySeconds: -13 * 86_400 - 1).rfc3339
        },
        Spoilt("a batch made 13 days ago exactly", verwerkt) {
            $0.madeAt = Scene.start.advanced(bySeconds: -13 * 86_400).rfc3339
        },
        Spoilt("a type that nobody announced", type) { $0.letters[0].type = "NIETS" },
        Spoilt("a type that is no longer active", type) { $0.letters[0].type = "OUD" },
        Spoilt(
            "publication in 13 days and a second",
            "PublicatieDatumLigtTeVerInDeToekomst ValidatieDatum"
        ) { $0.letters[0].publication = Scene.start.advanced(bySeconds: 13 * 86_400 + 1).rfc3339 },
        Spoilt("publication in 13 days exactly", verwerkt) {
            $0.letters[0].publication = Scene.start.advanced(bySeconds: 13 * 86_400).rfc3339
        },
        Spoilt("publication long ago", verwerkt) { $0.letters[0].publication = "2020-01-01T00:00:00Z" },
        Spoilt("an attachment of 512,000 bytes (SNO-10)", verwerkt) {
            $0.letters[0].attachments = [pdf(512_000)]
        },
        Spoilt("an attachment of 512,001 bytes (SNO-10)", tooLarge) {
            $0.letters[0].attachments = [pdf(512_001)]
        },
        Spoilt("two attachments of 512,000 bytes together (SNO-10)", verwerkt) {
            $0.letters[0].attachments = [pdf(256_000), pdf(256_000)]
        },
        Spoilt("two attachments of 512,001 bytes together (SNO-10)", tooLarge) {
            $0.letters[0].attachments = [pdf(256_000), pdf(256_001)]
        },
        Spoilt("an attachment of 16 MB (SNO-10)", tooLarge) {
            $0.letters[0].attachments = [pdf(16 * 1_048_576)]
        },
        Spoilt("an attachment that is no PDF", "TechnischProbleem ValidatieBijlage") {
            $0.letters[0].attachments = [Array("PK no pdf %%EOF".utf8)]
        },
        Spoilt("a PDF that stops half-way", "TechnischProbleem ValidatieBijlage") {
            $0.letters[0].attachments = [Array("%PDF-1.4 and no end".utf8)]
        },
        Spoilt("a number that fails the elfproef", notWilling) { $0.letters[0].recipient = "999990018" },
        Spoilt("a number of nobody here", notWilling) { $0.letters[0].recipient = Scene.stranger },
        Spoilt("a suspended box", notWilling) { $0.letters[0].recipient = Scene.chantal },
        Spoilt("somebody who does not want it", notWilling) { $0.letters[0].recipient = Scene.dirk },
    ]

    @Test(arguments: TestDatabase.kinds, spoilt)
    func `each fault has its code and stage in the report`(
        _ kind: TestDatabase.Kind, _ spoilt: Spoilt
    ) async throws {
        try await withScene(kind) { scene in
            var batch = Batch()
            spoilt.change(&batch)
            let lines = try await scene.outcome(of: batch)
            #expect(lines == [spoilt.line])
            let isAccepted = spoilt.line == verwerkt
            #expect(try await scene.count("SELECT COUNT(*) FROM message") == (isAccepted ? 1 : 0))
            #expect(try await scene.count("SELECT COUNT(*) FROM message_key") == (isAccepted ? 1 : 0))
            #expect(try await scene.count("SELECT COUNT(*) FROM notification") == (isAccepted ? 1 : 0))
        }
    }

    /// One message wrong in everything; each step mends what the report named.
    @Test(arguments: TestDatabase.kinds)
    func `faults are named in one order, the form first and the citizen last`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withScene(kind) { scene in
            try await scene.deliver(Batch(1))
            try await scene.process()
            var batch = Batch(2)
            batch.madeAt = Scene.start.advanced(bySeconds: -13 * 86_400 - 1).rfc3339
            batch.letters[0].subject = String(repeating: "a", count: 51)
            batch.letters[0].batch = guid(77)
            batch.letters[0].type = "NIETS"
            batch.letters[0].publication = Scene.start.advanced(bySeconds: 13 * 86_400 + 1).rfc3339
            batch.letters[0].attachments = [Array("no pdf".utf8), pdf(512_000)]
            batch.letters[0].recipient = Scene.stranger
            let steps: [(String, (inout Batch) -> Void)] = [
                (Self.schema, { $0.letters[0].subject = "Uw aanslag" }),
                ("TechnischProbleem ValidatieSchema", { $0.letters[0].batch = nil }),
                (
                    "AanmaakDatumLigtTeVerInHetVerleden ValidatieDatum",
                    { $0.madeAt = Scene.start.rfc3339 }
                ),
                (bestaatAl, { $0.letters[0].id = guid(5_000) }),
                (Self.type, { $0.letters[0].type = "WATER" }),
                ("PublicatieDatumLigtTeVerInDeToekomst ValidatieDatum", { $0.letters[0].publication = nil }),
                (Self.tooLarge, { $0.letters[0].attachments = [Array("no pdf".utf8)] }),
                ("TechnischProbleem ValidatieBijlage", { $0.letters[0].attachments = [] }),
                (Self.notWilling, { $0.letters[0].recipient = Scene.anna }),
                (verwerkt, { _ in }),
            ]
            for (line, mend) in steps {
                #expect(try await scene.outcome(of: batch) == [line])
                mend(&batch)
            }
        }
    }

    @Test func `a moment without offset is Amsterdam time, in winter and in summer`() async throws {
        try await withScene(.sqlite) { scene in
            var batch = Batch(1)
            scene.clock.set(try #require(Instant(rfc3339: "2026-10-24T10:00:00Z")))
            batch.madeAt = "2026-10-24T12:00:00"
            batch.letters = [
                Letter(1) {
                    $0.publication = "2026-10-24T12:30:00"
                    $0.subject = "zomer"
                },
                Letter(2) {
                    $0.publication = "2026-10-26T12:30:00"
                    $0.subject = "winter"
                },
            ]
            #expect(try await scene.outcome(of: batch) == [verwerkt, verwerkt])
            scene.clock.set(try #require(Instant(rfc3339: "2026-10-24T10:29:59Z")))
            #expect(try await scene.subjects(in: Scene.anna) == [])
            scene.clock.set(try #require(Instant(rfc3339: "2026-10-24T10:30:00Z")))
            #expect(try await scene.subjects(in: Scene.anna) == ["zomer"])
            scene.clock.set(try #require(Instant(rfc3339: "2026-10-26T11:29:59Z")))
            #expect(try await scene.subjects(in: Scene.anna) == ["zomer"])
            scene.clock.set(try #require(Instant(rfc3339: "2026-10-26T11:30:00Z")))
            #expect(try await scene.subjects(in: Scene.anna) == ["winter", "zomer"])
        }
    }
}
