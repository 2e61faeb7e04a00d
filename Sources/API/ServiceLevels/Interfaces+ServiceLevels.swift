import AgreementFiles
import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import NIOCore
import Routes
import SQL
import ServiceLevels

extension Interfaces {
    var serviceLevelEndpoints: [Endpoint] {
        [
            .staff(.readServiceLevels, .get, "/api/v1/dienstniveaus/{overeenkomst}", reportServiceLevels)
                .described(.reportServiceLevels),
            .organisation(.probe, .post, "/api/v1/metingen", recordObservations)
                .described(.recordObservations(bytesLimit: Self.observationsBytesLimit)),
        ]
    }

    /// The report of a month, by default the current one.
    private func reportServiceLevels(_ visit: Visit, _ role: Role) async throws -> Response {
        let month = try visit.month("maand")
        let name = visit.parameter("overeenkomst")
        let published = try await database.read { transaction in
            try PublishedAgreement.current(name, at: month.interval.start, in: transaction)
        }
        guard let published else {
            throw Problem(.notFound, "Er is geen overeenkomst '\(name)' die in \(Dutch.text(month)) gold.")
        }
        let report = try await MonthReport.make(of: published, in: month, from: database, asOf: visit.at)
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try report.json())))
    }

    private static let observationsBytesLimit = 1_048_576

    private func recordObservations(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let body = try await visit.body(upTo: Self.observationsBytesLimit)
        let handIn: ProbeHandIn
        do {
            handIn = try JSONDecoder().decode(ProbeHandIn.self, from: Data(body))
        } catch {
            throw Problem(.malformedJSON, "Verwacht wordt {\"waarnemingen\": […]}.")
        }
        do {
            let observations = try handIn.observations.map { line in try line.observation() }
            try await database.write { transaction in
                _ = try ProbeObservation.record(observations, in: transaction, at: visit.at)
            }
        } catch let error as ProbeObservationError {
            throw Problem(.invalidInput, "\(error)")
        }
        return Response(status: .noContent)
    }
}

extension Visit {
    /// A calendar month from the query, `2026-10`; the current one when absent.
    func month(_ name: String) throws(Problem) -> CivilMonth {
        guard let text = query(name) else { return CivilMonth(at: at) }
        guard let month = CivilMonth(text) else {
            throw Problem(
                .invalidInput, "De maand klopt niet.",
                faults: [.init(path: name, reason: "een maand zoals 2026-10")])
        }
        return month
    }
}
