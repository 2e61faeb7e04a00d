import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import NIOCore
import Routes
import SQL

/// The subscription service as its existing clients know it.
extension Interfaces {
    var subscriptionDocumentEndpoints: [Endpoint] {
        [
            .organisation(.subscriptions, .post, "/koppelvlak/abonnementen", askSubscriptionDocument),
            .organisation(
                .subscriptions, .get, "/koppelvlak/abonnementen/{verzoekId}", subscriptionDocument),
        ]
    }

    private func askSubscriptionDocument(
        _ visit: Visit, _ caller: OrganisationCaller
    ) async throws -> Response {
        try visit.require(mediaType: "application/xml", "text/xml")
        let limit = SubscriptionQuestion.bytesLimit
        if let length = visit.request.headers[.contentLength].flatMap(Int.init), length > limit {
            throw Problem.tooLarge(limitBytes: limit)
        }
        let question = try await SubscriptionQuestion.read(
            xml: visit.request.body.map { Array($0.readableBytesView) }, at: visit.at)
        let request = try await SubscriptionRequest.ask(
            question, by: caller.organisation, name: caller.name, rules: subscriptions,
            facilities: facilities, at: visit.at)
        return try .json(
            DocumentReceipt(
                verzoekId: request.requestID.text, startOp: request.startsAt.rfc3339,
                verwachtOp: request.expectedAt.rfc3339),
            status: .accepted, headers: [.location: "/koppelvlak/abonnementen/\(request.requestID.key)"])
    }

    private func subscriptionDocument(
        _ visit: Visit, _ caller: OrganisationCaller
    ) async throws -> Response {
        let id = SupplierGUID(visit.parameter("verzoekId"))
        let found = try await database.read { transaction in
            try id.flatMap { try SubscriptionRequest.find($0, of: caller.organisation.id, in: transaction) }
                .map { ($0, try Organisation.find($0.organisation, in: transaction)) }
        }
        guard case (let request, let organisation?)? = found else { throw Problem(.noSubscriptionRequest) }
        return try await result(
            of: request, as: .document(organisation.oin), "application/xml; charset=utf-8", for: caller,
            at: visit.at)
    }
}

private struct DocumentReceipt: Encodable {
    let verzoekId: String
    let startOp: String
    let verwachtOp: String
}
