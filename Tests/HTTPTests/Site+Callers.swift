import CivilTime
import HTTPTypes
import Identity
import MessageBox
import SQL
import Testing
import Work

@testable import Platform

extension Site {
    /// The headers of a client of an organisation, with a token for the scopes.
    func bearer(
        _ client: String = "waterschap", _ scopes: Set<Scope> = Set(Scope.allCases)
    ) async throws -> HTTPFields {
        let found = try await database.read { try Client.find(client, in: $0) }
        let token = try await server.tokens.issue(to: try #require(found), scopes: scopes, at: now)
        return [.authorization: "Bearer \(token)"]
    }

    func citizen(_ digits: String = Site.anna) async throws -> HTTPFields {
        let (keys, now) = (server.installation.keys, now)
        let bsn = try #require(BSN(digits))
        let token = try await database.write { transaction in
            let person = try Person.find(bsn, keys: keys, in: transaction)
            return try Session.start(
                for: .citizen(try #require(person).id), in: transaction, at: now)
        }
        return [.cookie: "peil-sessie=\(token.text)"]
    }

    /// Somebody who has signed in for the first time.
    func newcomer() async throws -> HTTPFields {
        let (keys, now) = (server.installation.keys, now)
        let bsn = try #require(BSN("999990081"))
        let token = try await database.write { transaction in
            let person = try Person.register(bsn, name: "Nieuw", keys: keys, in: transaction, at: now)
            return try Session.start(for: .newcomer(person.id), in: transaction, at: now)
        }
        return [.cookie: "peil-sessie=\(token.text)"]
    }

    /// The headers of an app that a citizen let do this.
    func app(
        _ scopes: Set<PersonScope> = Set(PersonScope.allCases), of digits: String = Site.anna
    ) async throws -> HTTPFields {
        let (keys, now) = (server.installation.keys, now)
        let app = try #require(server.signIn.apps.apps.first)
        let bsn = try #require(BSN(digits))
        let request = try #require(
            AppCode.Request(
                app: app, redirectURI: app.redirectURIs[0],
                challenge: "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", scopes: scopes))
        let grant = try await database.write { transaction in
            let person = try #require(try Person.find(bsn, keys: keys, in: transaction))
            return try AppCode.issue(request, by: person.id, in: transaction, at: now).grant
        }
        return [.authorization: "Bearer \(try await server.tokens.issue(to: grant, at: now))"]
    }

    func staff(_ role: String) async throws -> HTTPFields {
        let (policy, now) = (server.policy, now)
        let token = try await database.write { transaction in
            try Session.start(
                for: .staff(role: try #require(policy.role(named: role, for: .staff))), in: transaction,
                at: now)
        }
        return [.cookie: "peil-sessie=\(token.text)"]
    }

    /// Somebody who works for an organisation.
    func supplier(_ role: String, of organisation: Organisation? = nil) async throws -> HTTPFields {
        let (policy, now, oin) = (server.policy, now, (organisation ?? waterschap).oin)
        let token = try await database.write { transaction in
            let role = try #require(policy.role(named: role, for: .organisation))
            let organisation = try #require(try Organisation.find(oin, in: transaction))
            return try Session.start(
                for: .supplier(organisation.id, role: role), in: transaction, at: now)
        }
        return [.cookie: "peil-sessie=\(token.text)"]
    }

    /// Processes all that waits, as the workers do.
    func process() async throws {
        let now = now
        let processing = ProcessingLane(facilities: server.installation.facilities, now: clock.now)
        while let lane = try await database.write({ transaction in
            try Work.lease(.processing, limit: 100, seconds: 60, at: now, in: transaction)
        }) {
            try await processing.serve(lane)
            try await database.write { try lane.release(in: $0) }
        }
    }

    /// How many rows a delivery could have left anywhere.
    func rows() async throws -> [Int] {
        try await database.read { transaction in
            let counts: [Statement] = [
                "SELECT COUNT(*) FROM delivery", "SELECT COUNT(*) FROM blob",
                "SELECT COUNT(*) FROM work_item", "SELECT COUNT(*) FROM message",
                "SELECT COUNT(*) FROM message_key", "SELECT COUNT(*) FROM report",
                "SELECT COUNT(*) FROM idempotency", "SELECT COUNT(*) FROM audit_entry",
            ]
            return try counts.map { try transaction.value($0, as: Int.self) ?? 0 }
        }
    }
}
