import CivilTime
import Crypto
import Foundation
import SQL
import Sealing
import SwiftASN1
import TestKit
import Testing
import X509

@testable import Identity

/// What an organisation that sends messages keeps: sessions of its staff, mandates, contacts, certificates.
@Suite struct SupplierTests {
    static let reader = Role(
        name: "lezer", title: "Lezer", for: .organisation, capabilities: [.readSupplies])
    static let manager = Role(name: "manager", title: "Manager", capabilities: [.readServiceLevels])
    static let policy = RolePolicy(roles: [reader, manager])

    static let owner = Role(
        name: "beheerder", title: "Beheerder", for: .organisation, capabilities: [.manageAccess])

    @Test(arguments: TestDatabase.kinds)
    func `somebody of an organisation is signed in for that organisation, in a role for such people`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            let (own, provider) = (office.waterschap.oin, try #require(OIN("00000099000000009000")))
            let policy = RolePolicy(roles: [Self.owner, Self.reader, Self.manager])
            try await office.database.write { transaction in
                let working = { (oin: OIN, roles: [String]) in
                    try Session.Visitor.working(
                        for: oin, as: roles, operating: provider, policy: policy, in: transaction)
                }
                let visitor = try working(own, ["onbekend", "lezer"])
                #expect(visitor == .supplier(office.waterschap.id, role: Self.reader))
                let both = try working(own, ["lezer", "beheerder"])
                #expect(both == .supplier(office.waterschap.id, role: Self.owner), "the first of the policy")
                let token = try Session.start(
                    for: visitor, by: .work, in: transaction, at: Office.now)
                let session = try Session.find(token, policy: policy, in: transaction, at: Office.now)
                #expect(session?.visitor == visitor)
                #expect(try Session.door(of: token, in: transaction) == .work)
                let stranger = try #require(OIN("00000099000000007000"))
                #expect(throws: WorkSignInError.unknownOrganisation(stranger)) {
                    try working(stranger, ["lezer"])
                }
                for roles in [["manager"], ["niemand"], []] {
                    #expect(throws: WorkSignInError.noRole) { try working(own, roles) }
                }
                #expect(try working(provider, ["manager"]) == .staff(role: Self.manager))
                #expect(throws: WorkSignInError.noRole) {
                    try Session.Visitor.staff(as: ["lezer"], policy: policy)
                }
            }
        }
    }

    @Test func `a session ends when its role becomes one of other people`() async throws {
        try await withOffice { office in
            try await office.database.write { transaction in
                let token = try Session.start(
                    for: .supplier(office.waterschap.id, role: Self.reader), in: transaction, at: Office.now)
                let turned = Role(name: "lezer", title: "Lezer", capabilities: [.readServiceLevels])
                let session = try Session.find(
                    token, policy: RolePolicy(roles: [turned]), in: transaction, at: Office.now)
                #expect(session == nil)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a mandate holds from when it is given until it is taken back, and can be given again`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            try await office.database.write { transaction in
                let (water, later) = (office.waterschap, Office.now.advanced(bySeconds: 60))
                let agent = try Organisation.register(
                    oin: try #require(OIN("00000099000000003000")), name: "Tussenpersoon", in: transaction,
                    at: Office.now)
                let given = try [1, 2].map { _ in
                    try water.grantMandate(to: agent.id, in: transaction, at: Office.now)
                }
                #expect(given == [true, false])
                let taken = try [1, 2].map { _ in
                    try water.revokeMandate(of: agent.id, in: transaction, at: later)
                }
                #expect(taken == [true, false])
                #expect(try water.mayBeActedFor(by: agent.id, in: transaction) == false)
                let mandate = try #require(try water.mandates(in: transaction).first)
                #expect(mandate.intermediary == agent)
                #expect(mandate.grantedAt == Office.now)
                #expect(mandate.revokedAt == later)
                let last = later.advanced(bySeconds: 60)
                try water.grantMandate(to: agent.id, in: transaction, at: last)
                #expect(try water.mayBeActedFor(by: agent.id, in: transaction))
                #expect(try water.mandates(in: transaction).map(\.grantedAt) == [last])
                #expect(try agent.mandates(in: transaction).isEmpty)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a contact is sealed, its organisation's own, and gone when it is removed`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            let card = OrganisationContact.Card(
                name: "Jans Voorbeeld", purpose: "storingen", email: "jans@organisatie.example", phone: "")
            try await office.database.write { transaction in
                let (id, keys) = (office.waterschap.id, office.keys)
                #expect(
                    try OrganisationContact.add(card, to: id, keys: keys, in: transaction, at: Office.now))
                let stored = try #require(
                    try transaction.value("SELECT card_sealed FROM organisation_contact", as: [UInt8].self))
                #expect(!String(decoding: stored, as: UTF8.self).contains("Jans"))
                let contact = try #require(
                    try OrganisationContact.list(of: id, keys: keys, in: transaction).first)
                #expect(contact.card == card)
                let other = try Organisation.register(
                    oin: try #require(OIN("00000099000000003000")), name: "Ander", in: transaction,
                    at: Office.now)
                #expect(try OrganisationContact.remove(contact.id, of: other.id, in: transaction) == false)
                #expect(try OrganisationContact.remove(contact.id, of: id, in: transaction))
                #expect(try OrganisationContact.list(of: id, keys: keys, in: transaction).isEmpty)
                let added = try (0...OrganisationContact.limit).map { _ in
                    try OrganisationContact.add(card, to: id, keys: keys, in: transaction, at: Office.now)
                }
                #expect(added.count(where: \.self) == OrganisationContact.limit)
            }
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a client's id is taken by who registers it first, also when it is withdrawn`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withOffice(kind) { office in
            try await office.database.write { transaction in
                let jwks = ClientKey().jwks
                let other = try Organisation.register(
                    oin: try #require(OIN("00000099000000003000")), name: "Ander", in: transaction,
                    at: Office.now)
                let register = { (organisation: Organisation.ID) in
                    try Client.register(
                        id: "systeem", organisation: organisation, scopes: [.messages], jwks: jwks,
                        in: transaction, at: Office.now)
                }
                #expect(try register(office.waterschap.id))
                #expect(try register(other.id) == false)
                #expect(
                    try Client.withdraw("systeem", of: other.id, in: transaction, at: Office.now) == false)
                #expect(
                    try Client.withdraw("systeem", of: office.waterschap.id, in: transaction, at: Office.now))
                #expect(try Client.find("systeem", in: transaction) == nil)
                #expect(try register(other.id) == false)
                let listed = try Client.list(of: office.waterschap.id, in: transaction)
                #expect(listed.map(\.id) == ["systeem"])
                #expect(listed.first?.withdrawnAt == Office.now)
                #expect(try Client.list(of: other.id, in: transaction).isEmpty)
            }
        }
    }

    @Test func `a certificate is noted at most once an hour, with the moment it expires`() async throws {
        try await withOffice { office in
            let certificate = try ClientCertificate(der: try Self.der())
            let register = CertificateRegister()
            for seconds: Int64 in [0, 10, 3_599, 3_600, 3_700] {
                try await register.note(
                    certificate, of: office.waterschap.id, database: office.database,
                    at: Office.now.advanced(bySeconds: seconds))
            }
            let seen = try await office.database.read { transaction in
                try SeenCertificate.list(
                    of: office.waterschap.id, seenSince: Office.now, in: transaction)
            }
            #expect(seen.count == 1)
            #expect(seen.first?.expiresAt == Instant(seconds: 1_890_000_000))
            #expect(seen.first?.firstSeenAt == Office.now)
            #expect(seen.first?.lastSeenAt == Office.now.advanced(bySeconds: 3_600))
        }
    }

    private static func der() throws -> [UInt8] {
        let key = Certificate.PrivateKey(P256.Signing.PrivateKey())
        let subject = DistinguishedName([
            RelativeDistinguishedName(
                try .init(type: [2, 5, 4, 5], printableString: "00000099000000001000"))
        ])
        let certificate = try Certificate(
            version: .v3, serialNumber: .init(bytes: [1]), publicKey: key.publicKey,
            notValidBefore: Date(timeIntervalSince1970: 1_790_000_000),
            notValidAfter: Date(timeIntervalSince1970: 1_890_000_000), issuer: subject, subject: subject,
            signatureAlgorithm: .ecdsaWithSHA256, extensions: .init(), issuerPrivateKey: key)
        var serializer = DER.Serializer()
        try serializer.serialize(certificate)
        return serializer.serializedBytes
    }
}
