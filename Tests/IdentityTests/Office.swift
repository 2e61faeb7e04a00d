import CivilTime
import Identity
import SQL
import Sealing
import TestKit
import Testing

/// A database with organisations, and the keys of an installation.
struct Office: Sendable {
    static let now = Instant(seconds: 1_791_194_400)
    static let issuer = "https://peil.example"
    static let address = "https://peil.example/oauth/token"

    let database: any Database
    let folder: TemporaryFolder
    let keys: KeyRing
    let waterschap: Organisation

    /// The keys after another one was added, as the next start reads them.
    func rotatedKeys() throws -> KeyRing {
        try KeyRing.rotate(folder: folder.file("keys"))
        return try KeyRing.load(folder: folder.file("keys"))
    }

    func add(_ id: String = "client", scopes: Set<Scope> = [.messages], jwks: String) async throws {
        try await database.write { transaction in
            try Client.add(
                id: id, organisation: waterschap, scopes: scopes, jwks: jwks, in: transaction, at: Self.now)
        }
    }

    func client(_ id: String = "client") async throws -> Client {
        let client = try await database.read { try Client.find(id, in: $0) }
        return try #require(client)
    }

    func withdraw(_ id: String = "client") async throws {
        try await database.write { transaction in
            _ = try transaction.run("UPDATE client SET withdrawn_at = \(Self.now) WHERE id = \(id)")
        }
    }
}

func withOffice(_ kind: TestDatabase.Kind = .sqlite, _ body: (Office) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    try KeyRing.create(folder: folder.file("keys"))
    let keys = try KeyRing.load(folder: folder.file("keys"))
    try await withDatabase(kind, IdentitySchema.migrations) { database in
        let waterschap = try await database.write { transaction in
            try Organisation.register(
                oin: try #require(OIN("00000099000000001000")), name: "Waterschap", in: transaction,
                at: Office.now)
        }
        try await body(Office(database: database, folder: folder, keys: keys, waterschap: waterschap))
    }
}
