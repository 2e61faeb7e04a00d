import Foundation
import Hummingbird
import Identity
import Journal
import MessageBox
import Routes
import SQL

extension Interfaces {
    var clientEndpoints: [Endpoint] {
        [.staff(.manageClients, .post, "/beheer/clients", addClient)]
    }

    private static let clientBytesLimit = 65_536

    /// Lets a system of an organisation in. An organisation that is not registered yet is, when its name is
    /// given.
    private func addClient(_ visit: Visit, _ role: Role) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let body: ClientBody
        do {
            body = try JSONDecoder().decode(
                ClientBody.self, from: Data(try await visit.body(upTo: Self.clientBytesLimit)))
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(.malformedJSON, "Verwacht worden oin, naam, id, scopes en jwks.")
        }
        guard let oin = OIN(body.oin) else {
            throw Problem(
                .invalidInput, "De OIN klopt niet.", faults: [.init(path: "oin", reason: "20 cijfers")])
        }
        guard (1...100).contains(body.id.utf8.count), !body.id.utf8.contains(0) else {
            throw Problem(
                .invalidInput, "Het id klopt niet.", faults: [.init(path: "id", reason: "1 tot 100 tekens")])
        }
        guard let scopes = Scope.list(body.scopes.joined(separator: " ")), !scopes.isEmpty else {
            let known = Scope.allCases.map(\.rawValue).joined(separator: ", ")
            throw Problem(.invalidScope, "Kies scopes uit: \(known).")
        }
        try await database.write { transaction in
            let organisation = try body.organisation(oin, in: transaction, visit)
            try facilities.rehearsal?.welcome(
                organisation.id, keys: facilities.keys, in: transaction, at: visit.at)
            try Client.add(
                id: body.id, organisation: organisation, scopes: scopes, jwks: body.jwks, in: transaction,
                at: visit.at)
            try AuditEntry(
                actor: .staff(role: role.name), act: "client.add", object: .init(kind: "client", id: body.id),
                detail: scopes.text, at: visit.at
            ).record(in: transaction)
        }
        return Response(status: .noContent)
    }
}

private struct ClientBody: Decodable {
    let oin: String
    let naam: String?
    let id: String
    let scopes: [String]
    let jwks: String

    func organisation(_ oin: OIN, in transaction: any Transaction, _ visit: Visit) throws -> Organisation {
        if let naam, (1...200).contains(naam.unicodeScalars.count), !naam.utf8.contains(0) {
            return try Organisation.register(oin: oin, name: naam, in: transaction, at: visit.at)
        }
        guard let known = try Organisation.find(oin, in: transaction) else {
            throw Problem(
                .unknownOrganisation,
                "OIN \(oin) is hier niet geregistreerd. Geef de naam mee om dat te doen.")
        }
        return known
    }
}
