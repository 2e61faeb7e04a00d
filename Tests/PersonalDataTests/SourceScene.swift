import CivilTime
import Identity
import Journal
import PersonalData
import SQL
import Sealing
import Synchronization
import TestKit
import Testing

/// A person, sources that answer as the test says, and a clock that the test moves.
struct SourceScene: Sendable {
    static let start = Instant(seconds: 1_791_194_400)
    static let anna = "999990019"

    let database: any Database
    let keys: KeyRing
    let person: Person.ID
    let clock: Clock

    final class Clock: Sendable {
        private let moment = Mutex(SourceScene.start)
        var now: @Sendable () -> Instant { { [self] in moment.withLock { $0 } } }
        func pass(_ seconds: Int64) { moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    }

    static func source(
        _ key: String, _ kind: Source.Kind, at address: String, timeoutMilliseconds: Int64 = 5_000
    ) throws -> Source {
        Source(
            key: key, kind: kind, title: .init(dutch: "Bron \(key)", english: "Source \(key)"),
            owner: try #require(OIN("00000099000000003000")), ownerName: "Dienst", address: address,
            timeoutMilliseconds: timeoutMilliseconds, correction: .init(dutch: "Bel ons", english: "Call us"),
            fields: [
                .init(
                    path: "adres.straat", label: .init(dutch: "Straat", english: "Street"), notation: .text),
                .init(path: "waarde", label: .init(dutch: "Waarde", english: "Value"), notation: .euro),
            ])
    }

    /// Asks every source once, and closes their lines.
    func withSources(
        _ sources: [Source], credentials: [String: SourceCredentials] = [:],
        _ body: (SourceSet, OwnRecords) async throws -> Void
    ) async throws {
        let set = SourceSet(sources, credentials: credentials, now: clock.now)
        let now = clock.now()
        try await database.write { try set.register(in: $0, at: now) }
        let records = OwnRecords(of: person, sources: set, database: database, keys: keys)
        do {
            try await body(set, records)
            try await set.close()
        } catch {
            try await set.close()
            throw error
        }
    }
}

func withSourceScene(_ kind: TestDatabase.Kind, _ body: (SourceScene) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    try KeyRing.create(folder: folder.file("keys"))
    let keys = try KeyRing.load(folder: folder.file("keys"))
    let migrations = IdentitySchema.migrations + JournalSchema.migrations + PersonalDataSchema.migrations
    try await withDatabase(kind, migrations) { database in
        let person = try await database.write { transaction in
            try Person.register(
                try #require(BSN(SourceScene.anna)), name: "Anna", keys: keys, in: transaction,
                at: SourceScene.start
            ).id
        }
        try await body(
            SourceScene(database: database, keys: keys, person: person, clock: SourceScene.Clock()))
    }
}
