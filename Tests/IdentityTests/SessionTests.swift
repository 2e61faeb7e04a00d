import CivilTime
import Identity
import SQL
import Sealing
import TestKit
import Testing

@Suite struct SessionTests {
    static let manager = Role(name: "manager", title: "Manager", capabilities: [.readServiceLevels])
    static let policy = RolePolicy(roles: [manager])

    @Test(arguments: TestDatabase.kinds)
    func `a session lasts eight hours, or until it is ended`(_ kind: TestDatabase.Kind) async throws {
        try await withOffice(kind) { office in
            try await office.database.write { transaction in
                let token = try Session.start(
                    for: .staff(role: Self.manager), in: transaction, at: Office.now)
                let other = try Session.start(
                    for: .staff(role: Self.manager), in: transaction, at: Office.now)
                let find = { (token: SessionToken, now: Instant) in
                    try Session.find(token, policy: Self.policy, in: transaction, at: now)
                }
                #expect(try find(token, Office.now)?.visitor == .staff(role: Self.manager))
                let end = Office.now.advanced(bySeconds: 8 * 3_600)
                #expect(try find(token, end.advanced(byMicroseconds: -1)) != nil)
                #expect(try find(token, end) == nil)
                try Session.end(token, in: transaction)
                #expect(try find(token, Office.now) == nil)
                #expect(try find(other, Office.now) != nil)
                #expect(try find(.random(), Office.now) == nil)
            }
        }
    }

    @Test func `a role that is no longer in the policy has no session, and one that shrank has less`()
        async throws
    {
        try await withOffice { office in
            try await office.database.write { transaction in
                let token = try Session.start(
                    for: .staff(role: Self.manager), in: transaction, at: Office.now)
                let gone = try Session.find(
                    token, policy: RolePolicy(roles: []), in: transaction, at: Office.now)
                #expect(gone == nil)
                let less = Role(name: "manager", title: "Manager", capabilities: [])
                let session = try Session.find(
                    token, policy: RolePolicy(roles: [less]), in: transaction, at: Office.now)
                #expect(session?.visitor == .staff(role: less))
            }
        }
    }

    @Test func `a session token prints nothing and is stored as a hash only`() async throws {
        try await withOffice { office in
            let token = try await office.database.write { transaction in
                try Session.start(for: .staff(role: Self.manager), in: transaction, at: Office.now)
            }
            #expect("\(token)" == "•••")
            #expect(String(reflecting: token) == "•••")
            #expect(SessionToken(String(token.text.dropLast())) == nil)
            let stored = try await office.database.read { transaction in
                try transaction.value("SELECT token_hash FROM session", as: [UInt8].self)
            }
            #expect(stored?.count == 32)
            #expect(stored != Array(token.text.utf8))
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a person is found under a key that was rotated since`(_ kind: TestDatabase.Kind) async throws {
        try await withOffice(kind) { office in
            let bsn = try #require(BSN("999990019"))
            let first = try await office.database.write { transaction in
                try Person.register(bsn, name: "Anna", keys: office.keys, in: transaction, at: Office.now)
            }
            let keys = try office.rotatedKeys()
            try await office.database.write { transaction in
                #expect(try Person.find(bsn, keys: keys, in: transaction)?.id == first.id)
                let again = try Person.register(
                    bsn, name: "Anna", keys: keys, in: transaction, at: Office.now)
                #expect(again.id == first.id)
                #expect(try again.name(keys) == "Anna")
                let log = try again.logPseudonym(keys)
                #expect(keys.livePseudonyms(of: bsn.digits, for: .log).contains(log))
                #expect(!keys.livePseudonyms(of: bsn.digits, for: .bsn).contains(log))
                let other = try #require(BSN("999990020"))
                #expect(try Person.find(other, keys: keys, in: transaction) == nil)
            }
        }
    }
}
