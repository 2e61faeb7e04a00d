import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import Routes
import SQL

extension Interfaces {
    var subscriptionEndpoints: [Endpoint] {
        [
            .organisation(.subscriptions, .post, "/api/v1/abonnementaanvragen", askSubscriptions)
                .described(.askSubscriptions),
            .organisation(.subscriptions, .get, "/api/v1/abonnementaanvragen/{id}", showSubscriptions)
                .described(.showSubscriptions),
            .organisation(
                .subscriptions, .get, "/api/v1/abonnementaanvragen/{id}/resultaat", subscriptionLines
            ).described(.subscriptionLines),
        ]
    }

    private func askSubscriptions(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let question = try SubscriptionQuestion.read(
            json: try await visit.body(upTo: SubscriptionQuestion.bytesLimit), at: visit.at)
        let request = try await SubscriptionRequest.ask(
            question, by: caller.organisation, name: caller.name, rules: subscriptions,
            idempotencyKey: try visit.idempotencyKey, facilities: facilities, at: visit.at)
        let state = SubscriptionState(request)
        return try .json(state, status: .accepted, headers: [.location: state.address])
    }

    private func showSubscriptions(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.json(SubscriptionState(try await subscriptionRequest(visit, caller)))
    }

    private func subscriptionLines(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let request = try await subscriptionRequest(visit, caller)
        return try await result(
            of: request, as: .lines, "application/x-ndjson", for: caller, at: visit.at)
    }

    private func subscriptionRequest(
        _ visit: Visit, _ caller: OrganisationCaller
    ) async throws -> SubscriptionRequest {
        let id = SubscriptionRequest.ID(visit.parameter("id"))
        let found = try await database.read { transaction in
            try id.flatMap { try SubscriptionRequest.find($0, of: caller.organisation.id, in: transaction) }
        }
        guard let found else { throw Problem(.noSubscriptionRequest) }
        return found
    }
}

private struct SubscriptionState: Encodable {
    let id: String
    let soort: String
    let vanaf: String?
    let status: String
    let gevraagdOp: String
    let startOp: String
    let verwachtOp: String
    let gestartOp: String?
    let gereedOp: String?
    let aantal: Int?
    let volledigTot: String?
    let resultaat: String?

    var address: String { "/api/v1/abonnementaanvragen/\(id)" }

    init(_ request: SubscriptionRequest) {
        id = "\(request.id)"
        soort = request.kind.word
        vanaf = request.since?.rfc3339
        status = request.state.word
        gevraagdOp = request.askedAt.rfc3339
        startOp = request.startsAt.rfc3339
        verwachtOp = request.expectedAt.rfc3339
        gestartOp = request.startedAt?.rfc3339
        gereedOp = request.finishedAt?.rfc3339
        aantal = request.resultCount
        let isThere = request.state == .finished && !request.isGone
        volledigTot = request.state == .finished ? request.completeUntil?.rfc3339 : nil
        resultaat = isThere ? "/api/v1/abonnementaanvragen/\(request.id)/resultaat" : nil
    }
}

extension SubscriptionRequest.Kind {
    fileprivate var word: String {
        switch self {
        case .all: "alles"
        case .list: "bsnLijst"
        case .changes: "mutaties"
        }
    }
}

extension SubscriptionRequest.State {
    fileprivate var word: String {
        switch self {
        case .waiting: "wacht"
        case .running: "loopt"
        case .finished: "gereed"
        case .failed: "mislukt"
        }
    }
}
