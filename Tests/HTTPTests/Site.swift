import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Logging
import MessageBox
import Routes
import SQL
import Synchronization
import TestKit
import Testing
import Work

@testable import Platform

/// The whole product behind its own router, on an embedded database, with a clock that the test moves.
struct Site: Sendable {
    static let start = Instant(seconds: 1_791_194_400)
    static let address = "https://peil.example"
    static let anna = "999990019"
    static let bilal = "999990020"

    let folder: TemporaryFolder
    let clock: Clock
    let server: Server
    let waterschap: Organisation
    let gemeente: Organisation

    var database: any Database { server.installation.database }
    var now: Instant { clock.now() }

    final class Clock: Sendable {
        private let moment = Mutex(Site.start)
        var now: @Sendable () -> Instant { { [self] in moment.withLock { $0 } } }
        func pass(_ seconds: Int64) { moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    }

    /// Runs a body against the router of a door, without listeners.
    func open<Outcome: Sendable>(
        _ door: Doorkeeper.Door = .open(certificateProxies: []), _ setup: TestingSetup = .router,
        _ body: @escaping @Sendable (any TestClientProtocol) async throws -> Outcome
    ) async throws -> Outcome {
        try await Application(
            router: server.router(door), configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            logger: .silent
        ).test(setup, body)
    }
}

func withSite(flags: [String: String] = [:], _ body: (Site) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    try FileManager.default.copyItem(
        at: root.appending(path: "policies"), to: URL(filePath: folder.file("policies")))
    try Data(roles.utf8).write(to: URL(filePath: folder.file("policies/roles.yaml")))
    var all = [
        "data": folder.file("data"), "keys": folder.file("keys"), "policies": folder.file("policies"),
        "agreements": root.appending(path: "agreements").path(), "public-url": Site.address,
        "contact": "meldpunt@peil.example",
    ]
    all.merge(flags) { $1 }
    let clock = Site.Clock()
    let installation = try await Installation.open(
        try await Settings.read(flags: all, file: nil), now: clock.now)
    let server = try await Server.make(installation, logger: .silent, started: { _ in })
    let (waterschap, gemeente) = try await installation.database.write { transaction in
        try populate(installation, in: transaction)
    }
    do {
        try await body(
            Site(folder: folder, clock: clock, server: server, waterschap: waterschap, gemeente: gemeente))
        try await server.signIn.close()
        await installation.close()
    } catch {
        try await server.signIn.close()
        await installation.close()
        throw error
    }
}

/// Of each kind of people a role with every capability that fits it, and one with none.
private let roles = """
    roles:
      - name: service-manager
        title: Servicemanager
        capabilities: [\(everything(for: .staff))]
      - name: bezoeker
        title: Bezoeker
        capabilities: []
      - name: leveranciersbeheerder
        title: Leveranciersbeheerder
        for: organisation
        capabilities: [\(everything(for: .organisation))]
      - name: gast
        title: Gast
        for: organisation
        capabilities: []
    """

private func everything(for audience: Role.Audience) -> String {
    Capability.allCases.filter { $0.fits(audience) }.map(\.rawValue).joined(separator: ", ")
}

private func populate(
    _ installation: Installation, in transaction: any Transaction
) throws -> (waterschap: Organisation, gemeente: Organisation) {
    let start = Site.start
    var organisations: [Organisation] = []
    for (oin, name) in [("00000099000000001000", "waterschap"), ("00000099000000002000", "gemeente")] {
        let organisation = try Organisation.register(
            oin: try #require(OIN(oin)), name: name, in: transaction, at: start)
        try MessageType.define(
            "WATER", title: "Aanslag", active: true, of: organisation.id, in: transaction, at: start)
        try Client.add(
            id: name, organisation: organisation, scopes: Set(Scope.allCases), jwks: ClientKey().jwks,
            in: transaction, at: start)
        organisations.append(organisation)
    }
    for (digits, name) in [(Site.anna, "Anna de Test"), (Site.bilal, "Bilal Voorbeeld")] {
        let person = try Person.register(
            try #require(BSN(digits)), name: name, keys: installation.keys, in: transaction, at: start)
        try Box.open(for: person, in: transaction, at: start)
        let terms = try #require(
            try TermsPolicy.read(folder: installation.settings.policiesFolder).current(at: start))
        _ = try terms.accept(by: person.id, in: transaction, at: start)
        for organisation in organisations {
            try Preference.set(
                person.id, wants: true, from: organisation.id, in: transaction, at: start)
        }
    }
    return (organisations[0], organisations[1])
}

extension Logger {
    static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
}
