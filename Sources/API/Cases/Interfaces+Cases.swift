import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import Routes
import RunningCases
import SQL

/// Running cases as organisations push them: whole, by a status, and taken back.
extension Interfaces {
    var caseEndpoints: [Endpoint] {
        [
            .organisation(.cases, .get, "/api/v1/zaken", listCases).described(
                .listCases(standard: Self.pageDefault)),
            .organisation(.cases, .get, "/api/v1/zaken/{zaakId}", showCase).described(.showCase),
            .organisation(.cases, .put, "/api/v1/zaken/{zaakId}", putCase).described(.putCase),
            .organisation(.cases, .delete, "/api/v1/zaken/{zaakId}", removeCase).described(.removeCase),
            .organisation(.cases, .post, "/api/v1/zaken/{zaakId}/statussen", postStatus).described(
                .postStatus),
        ]
    }

    var caseRegister: CaseRegister { CaseRegister(database: database, keys: facilities.keys) }

    private static let pageDefault = 50

    private func listCases(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let after = try visit.identifier("na", of: RunningCase.self)
        let limit = try visit.number("limiet", in: 1...PushedCase.pageLimit, default: Self.pageDefault)
        let found = try await database.read { transaction in
            try PushedCase.list(of: caller.organisation.id, after: after, limit: limit + 1, in: transaction)
        }
        let next = found.count > limit ? found.prefix(limit).last : nil
        return try visit.json(
            Page(
                items: found.prefix(limit).map(CaseState.init),
                volgende: next.map { "/api/v1/zaken?na=\($0.id)&limiet=\(limit)" }))
    }

    private func showCase(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let caseID = visit.parameter("zaakId")
        let found = try await database.read { transaction in
            try PushedCase.find(caseID, of: caller.organisation.id, in: transaction)
        }
        guard let found else { throw Problem(.noSuchCase) }
        return try visit.json(CaseState(found))
    }

    private func putCase(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let push = try CasePush.whole(
            try await visit.body(upTo: CasePush.bytesLimit), caseID: visit.parameter("zaakId"), at: visit.at)
        let receipt = try await caseRegister.take(
            push, by: caller.organisation, name: caller.name, at: visit.at)
        return try .json(CaseAnswer(receipt), status: receipt.outcome == .created ? .created : .ok)
    }

    private func postStatus(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let push = try CasePush.status(
            try await visit.body(upTo: CasePush.bytesLimit), caseID: visit.parameter("zaakId"), at: visit.at)
        let receipt = try await caseRegister.take(
            push, by: caller.organisation, name: caller.name, at: visit.at)
        return try .json(CaseAnswer(receipt), status: .created)
    }

    private func removeCase(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try await caseRegister.remove(
            caseID: visit.parameter("zaakId"), by: caller.organisation, name: caller.name, at: visit.at)
        return Response(status: .noContent)
    }
}

extension Visit {
    /// An id from the query; nil when absent.
    func identifier<Entity>(
        _ name: String, of entity: Entity.Type
    ) throws(Problem) -> Identifier<Entity>? {
        guard let text = query(name) else { return nil }
        guard let id = Identifier<Entity>(text) else {
            throw Problem(
                .invalidInput, "De parameter \(name) klopt niet.",
                faults: [.init(path: name, reason: "is geen id zoals “volgende” het geeft")])
        }
        return id
    }
}

/// What became of a push; the same for a case of somebody without an account.
private struct CaseAnswer: Encodable {
    let zaakId: String
    let ontvangenOp: String
    /// Something newer was there: this only joined the story.
    let verouderd: Bool

    init(_ receipt: CaseReceipt) {
        zaakId = receipt.caseKey.text
        ontvangenOp = receipt.receivedAt.rfc3339
        verouderd = receipt.outcome == .outdated
    }
}

private struct CaseState: Encodable {
    let zaakId: String
    let status: String
    let gewijzigdOp: String
    let ontvangenOp: String

    init(_ found: PushedCase) {
        zaakId = found.caseKey.text
        status = found.state.name
        gewijzigdOp = found.changedAt.rfc3339
        ontvangenOp = found.receivedAt.rfc3339
    }
}

extension RunningCase.State {
    /// As the interfaces write it.
    var name: String {
        switch self {
        case .open: "open"
        case .suspended: "opgeschort"
        case .closed: "afgesloten"
        case .removed: "verwijderd"
        }
    }
}
