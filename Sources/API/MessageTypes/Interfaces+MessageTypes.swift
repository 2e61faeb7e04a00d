import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Journal
import MessageBox
import Routes
import SQL

extension Interfaces {
    var messageTypeEndpoints: [Endpoint] {
        [
            .organisation(.messageTypes, .get, "/api/v1/berichttypes", listTypes).described(.listTypes),
            .organisation(.messageTypes, .post, "/api/v1/berichttypes", createType).described(
                .createType),
            .organisation(.messageTypes, .get, "/api/v1/berichttypes/{code}", showType)
                .described(.showType),
            .organisation(.messageTypes, .patch, "/api/v1/berichttypes/{code}", changeType)
                .described(.changeType),
        ]
    }

    /// A code, a title and two answers fit many times over.
    static let typeBytesLimit = 16_384

    private func listTypes(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let types = try await database.read { transaction in
            try MessageType.list(of: caller.organisation.id, in: transaction)
        }
        return try visit.json(Page(items: types.map(MessageTypeBody.init), volgende: nil))
    }

    private func createType(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let draft = try await MessageTypeDraft(visit, needsAll: true)
        let type = try await database.write { transaction in
            try MessageType.create(
                code: draft.code ?? "", title: draft.title ?? "", isActive: draft.isActive ?? true,
                isSensitive: draft.isSensitive ?? false, of: caller.organisation.id, by: caller.actor,
                in: transaction, at: visit.at)
        }
        return try visit.versioned(type, status: .created)
    }

    private func showType(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let type = try await database.read { transaction in
            try MessageType.find(visit.parameter("code"), of: caller.organisation.id, in: transaction)
        }
        guard let type else { throw Problem(.notFound) }
        return visit.answer(try visit.versioned(type, status: .ok), type.tag)
    }

    /// JSON Merge Patch (RFC 7396): fields that are not there stay as they are.
    private func changeType(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let draft = try await MessageTypeDraft(visit, needsAll: false)
        let code = visit.parameter("code")
        let type = try await database.write { transaction in
            guard let known = try MessageType.find(code, of: caller.organisation.id, in: transaction)
            else {
                throw Problem(.notFound)
            }
            try visit.requireMatch(known.tag)
            return try MessageType.change(
                code,
                to: .init(title: draft.title, isActive: draft.isActive, isSensitive: draft.isSensitive),
                expecting: known.changedAt, of: caller.organisation.id, by: caller.actor, in: transaction,
                at: visit.at)
        }
        return try visit.versioned(type, status: .ok)
    }
}

extension OrganisationCaller {
    fileprivate var actor: Actor {
        .organisation(organisation.id.description, name: name)
    }
}

extension MessageType {
    fileprivate var tag: EntityTag { EntityTag(version: changedAt.microseconds) }
}

extension Visit {
    fileprivate func versioned(_ type: MessageType, status: HTTPResponse.Status) throws -> Response {
        var response = try Response.json(MessageTypeBody(type), status: status)
        response.headers[.eTag] = type.tag.text
        if status == .created { response.headers[.location] = "/api/v1/berichttypes/\(type.code)" }
        return response
    }
}

private struct MessageTypeBody: Encodable {
    let code: String
    let titel: String
    let actief: Bool
    let gevoelig: Bool
    let gewijzigdOp: String

    init(_ type: MessageType) {
        code = type.code
        titel = type.title
        actief = type.isActive
        gevoelig = type.isSensitive
        gewijzigdOp = type.changedAt.rfc3339
    }
}

/// What was sent for a new or a changed type, each field by itself: everything that is wrong is told at once.
private struct MessageTypeDraft {
    var code: String?
    var title: String?
    var isActive: Bool?
    var isSensitive: Bool?

    init(_ visit: Visit, needsAll: Bool) async throws {
        try visit.require(
            mediaType: needsAll ? "application/json" : "application/merge-patch+json")
        let bytes = try await visit.body(upTo: Interfaces.typeBytesLimit)
        let fields: [String: Field]
        do {
            fields = try JSONDecoder().decode([String: Field].self, from: Data(bytes))
        } catch {
            throw Problem(
                .malformedJSON, "Verwacht wordt een object met code, titel, actief en gevoelig.")
        }
        var faults: [Problem.Fault] = []
        for (name, field) in fields.sorted(by: { $0.key < $1.key }) {
            switch (name, field) {
            case ("code", .text(let text)) where needsAll: code = text
            case ("titel", .text(let text)): title = text
            case ("actief", .answer(let answer)): isActive = answer
            case ("gevoelig", .answer(let answer)): isSensitive = answer
            case ("code", _) where needsAll, ("titel", _):
                faults.append(.init(path: name, reason: "moet een tekst zijn"))
            case ("actief", _), ("gevoelig", _):
                faults.append(.init(path: name, reason: "moet true of false zijn"))
            case ("code", _): faults.append(.init(path: name, reason: "blijft altijd hetzelfde"))
            default: faults.append(.init(path: "veld", reason: "er is een veld dat hier niet bestaat"))
            }
        }
        for (name, isThere) in [("code", fields["code"] != nil), ("titel", fields["titel"] != nil)]
        where needsAll && !isThere {
            faults.append(.init(path: name, reason: "ontbreekt"))
        }
        guard faults.isEmpty else {
            throw Problem(
                .invalidInput, "Het berichttype klopt op \(faults.count) plaats(en) niet.", faults: faults)
        }
    }

    /// A value of the kinds there are here, or another one.
    private enum Field: Decodable {
        case text(String)
        case answer(Bool)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .other
            } else if let answer = Self.decoded(Bool.self, container) {
                self = .answer(answer)
            } else if let text = Self.decoded(String.self, container) {
                self = .text(text)
            } else {
                self = .other
            }
        }

        /// Nil where the value is of another kind: which kind it is can only be found by trying.
        private static func decoded<Value: Decodable>(
            _ type: Value.Type, _ container: any SingleValueDecodingContainer
        ) -> Value? {
            do {
                return try container.decode(type)
            } catch {
                return nil
            }
        }
    }
}
