import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import NIOCore
import Routes
import SQL
import ServiceLevels

/// The existing XML interface (`/koppelvlak`): payloads as in its schemas.
extension Interfaces {
    var batchEndpoints: [Endpoint] {
        [
            .organisation(
                .messages, .post, "/koppelvlak/berichtverwerking", measuredAs: MeasuredFunction.delivery,
                acceptBatch),
            .organisation(.messages, .get, "/koppelvlak/verwerkingsberichten/{batchId}", batchReport),
        ]
    }

    /// How soon a supplier may ask again for a report that is not there yet.
    private static let reportRetrySeconds = 5

    private func acceptBatch(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/xml", "text/xml")
        let limit = facilities.limits.batchBytes
        if let length = visit.request.headers[.contentLength].flatMap(Int.init), length > limit {
            throw Problem.tooLarge(limitBytes: limit)
        }
        let receipt = try await Delivery.park(
            batch: visit.request.body.map { Array($0.readableBytesView) }, by: caller.organisation,
            name: caller.name, facilities: facilities, at: visit.at)
        return try .json(
            BatchAnswer(
                batchId: receipt.batchID.text, aantalBerichten: receipt.messageCount,
                ontvangenOp: receipt.receivedAt.rfc3339),
            status: .accepted, headers: [.location: "/koppelvlak/verwerkingsberichten/\(receipt.batchID.key)"]
        )
    }

    private func batchReport(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        guard let batchID = SupplierGUID(visit.parameter("batchId")) else { throw Problem(.notFound) }
        let report = try await database.write { transaction in
            guard let delivery = try Delivery.last(batchID, of: caller.organisation.id, in: transaction)
            else {
                throw Problem(.noReport, "U hebt geen batch met dit id aangeleverd.")
            }
            guard let report = try Report.find(delivery, in: transaction) else {
                throw Problem(
                    .stillProcessing,
                    "Deze batch wordt verwerkt: \(delivery.handledCount) van \(delivery.messageCount).",
                    retryAfterSeconds: Self.reportRetrySeconds)
            }
            guard !report.isExpired else { throw Problem.reportExpired }
            try report.noteFetched(in: transaction, at: visit.at)
            return report
        }
        return Response(
            status: .ok, headers: [.contentType: "application/xml; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(bytes: report.document.xml())))
    }
}

private struct BatchAnswer: Encodable {
    let batchId: String
    let aantalBerichten: Int
    let ontvangenOp: String
}
