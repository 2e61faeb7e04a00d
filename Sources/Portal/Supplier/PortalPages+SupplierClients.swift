import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import Markup
import Routes
import SQL

extension PortalPages {
    var supplierClientEndpoints: [Endpoint] {
        [
            .supplier(.readSupplies, .get, "/leverancier/systemen", showClients),
            .supplier(.manageAccess, .post, "/leverancier/systemen", addClient),
            .supplier(.manageAccess, .post, "/leverancier/systemen/{id}/deactiveren", withdrawClient),
        ]
    }

    /// As many changes as somebody reads; the audit trail keeps them all.
    private static let actsLength = 20

    private func showClients(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        try await clientsPage(visit, member)
    }

    private func clientsPage(
        _ visit: Visit, _ member: SupplierMember, draft: SupplierClientsPage.Draft = .init(),
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let organisation = member.organisation.id
        let used = visit.at.advanced(bySeconds: -Self.certificateUsedSeconds)
        let near = visit.at.advanced(bySeconds: Self.certificateNoticeSeconds)
        let content = try await database.read { transaction in
            SupplierClientsPage(
                clients: try Client.list(of: organisation, in: transaction).map { .init($0) },
                certificates: try SeenCertificate.list(
                    of: organisation, seenSince: used, in: transaction
                ).map { .init($0, near: near) },
                acts: try AuditTrail.entries(
                    by: member.actor, limit: Self.actsLength, in: transaction
                ).map { .init($0.entry) },
                scopes: Client.grantableScopes.map(\.rawValue), draft: draft,
                form: member.may(.manageAccess) ? visit.formToken : nil,
                isSaved: visit.query("melding") == "opgeslagen")
        }
        return try await page(content, .supplier(.clients), for: visit, status: status)
    }

    private func addClient(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let form = try await Self.form(of: visit)
        var draft = SupplierClientsPage.Draft(form)
        let scopes = Set(Client.grantableScopes.filter { draft.scopes.contains($0.rawValue) })
        if !draft.idIsWrong, !draft.scopesAreMissing {
            do {
                let isAdded = try await register(draft, scopes, visit, member)
                if isAdded { return Self.redirect(to: .savedClients) }
                draft.idIsTaken = true
            } catch ClientError.keySet(let reason) {
                draft.jwksFault = reason
            }
        }
        return try await clientsPage(
            visit, member, draft: draft, status: draft.idIsTaken ? .conflict : .badRequest)
    }

    private func register(
        _ draft: SupplierClientsPage.Draft, _ scopes: Set<Scope>, _ visit: Visit, _ member: SupplierMember
    ) async throws -> Bool {
        try await database.write { transaction in
            guard
                try Client.register(
                    id: draft.id, organisation: member.organisation.id, scopes: scopes, jwks: draft.jwks,
                    in: transaction, at: visit.at)
            else { return false }
            try AuditEntry(
                actor: member.actor, act: "client.add", object: .init(kind: "client", id: draft.id),
                detail: scopes.text, at: visit.at
            ).record(in: transaction)
            return true
        }
    }

    private func withdrawClient(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        _ = try await Self.form(of: visit)
        let id = visit.parameter("id")
        try await database.write { transaction in
            guard
                try Client.withdraw(id, of: member.organisation.id, in: transaction, at: visit.at)
            else { throw Problem(.notFound) }
            try AuditEntry(
                actor: member.actor, act: "client.withdraw", object: .init(kind: "client", id: id),
                at: visit.at
            ).record(in: transaction)
        }
        return Self.redirect(to: .savedClients)
    }
}

extension Location {
    static let supplierClients = Location("leverancier", "systemen")
    fileprivate static let savedClients = Location(
        "leverancier", "systemen", query: ["melding": "opgeslagen"])
}

extension SupplierClientsPage.Client {
    fileprivate init(_ client: Identity.Client.Listed) {
        self.init(
            id: client.id, scopes: client.scopes.text, created: Moment(client.createdAt),
            withdrawn: client.withdrawnAt.map(Moment.init),
            withdrawal: Location("leverancier", "systemen", client.id, "deactiveren"))
    }
}

extension SupplierClientsPage.Certificate {
    fileprivate init(_ certificate: SeenCertificate, near: Instant) {
        let digits = certificate.fingerprint.prefix(8).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        self.init(
            fingerprint: digits.joined(separator: ":"), expires: Moment(certificate.expiresAt),
            isNear: certificate.expiresAt < near, lastSeen: Moment(certificate.lastSeenAt))
    }
}

extension SupplierClientsPage.Act {
    fileprivate init(_ entry: AuditEntry) {
        // What is within an organisation is named by what follows its id.
        let object = entry.object.id.split(separator: "/").last.map(String.init) ?? ""
        self.init(
            at: Moment(entry.at), act: entry.act, object: entry.object.kind == "session" ? "" : object,
            role: entry.actor.name)
    }
}

extension SupplierClientsPage.Draft {
    fileprivate init(_ form: FormFields) {
        self.init()
        id = form["client"] ?? ""
        jwks = form["jwks"] ?? ""
        scopes = Set(Identity.Client.grantableScopes.map(\.rawValue).filter { form["scope-\($0)"] == "ja" })
        let isPlain = id.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
        idIsWrong = !isPlain || !(1...100).contains(id.utf8.count)
        scopesAreMissing = scopes.isEmpty
    }
}
