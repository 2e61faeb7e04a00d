import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import Routes
import SQL
import ServiceLevels

extension Interfaces {
    var deliveryEndpoints: [Endpoint] {
        [
            .organisation(
                .messages, .post, "/api/v1/aanleveringen", measuredAs: MeasuredFunction.delivery,
                acceptMessage
            ).described(.acceptMessage(facilities.limits)),
            .organisation(.messages, .get, "/api/v1/aanleveringen/{id}", showDelivery)
                .described(.showDelivery),
        ]
    }

    private func acceptMessage(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let receipt = try await Delivery.park(
            message: try await visit.body(upTo: Delivery.messageBytesLimit), by: caller.organisation,
            name: caller.name, idempotencyKey: try visit.idempotencyKey, facilities: facilities, at: visit.at)
        return try .json(
            DeliveryAnswer(id: "\(receipt.id)", berichtId: receipt.batchID.text, status: "geparkeerd"),
            status: .accepted, headers: [.location: "/api/v1/aanleveringen/\(receipt.id)"])
    }

    private func showDelivery(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        guard let id = Delivery.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        let (delivery, line) = try await database.read { transaction in
            guard
                let delivery = try Delivery.find(id, of: caller.organisation.id, in: transaction),
                delivery.form == .json
            else { throw Problem(.notFound) }
            return (delivery, try Report.find(delivery, in: transaction)?.document.lines.first)
        }
        return try visit.json(DeliveryState(delivery, line))
    }
}

private struct DeliveryAnswer: Encodable {
    let id: String
    let berichtId: String
    let status: String
}

private struct DeliveryState: Encodable {
    let id: String
    let berichtId: String
    let status: String
    let verwerkingscode: String?
    let stadium: String?
    let ontvangenOp: String
    let verwerktOp: String?

    init(_ delivery: Delivery, _ line: ProcessingReport.Line?) {
        id = "\(delivery.id)"
        berichtId = delivery.batchID.text
        status =
            switch line?.code {
            case nil: "geparkeerd"
            case .processed: "verwerkt"
            default: "afgewezen"
            }
        verwerkingscode = line?.code.rawValue
        stadium = line?.stage.rawValue
        ontvangenOp = delivery.receivedAt.rfc3339
        verwerktOp = delivery.processedAt?.rfc3339
    }
}
