import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import Routes
import SQL

extension Interfaces {
    var reportEndpoints: [Endpoint] {
        [
            .organisation(.messages, .get, "/api/v1/verwerkingsberichten", listReports)
                .described(.listReports(limit: Self.pageLimit, standard: Self.pageDefault)),
            .organisation(.messages, .get, "/api/v1/verwerkingsberichten/{id}", showReport)
                .described(.showReport),
            .organisation(.messages, .put, "/api/v1/verwerkingsberichten/{id}/ontvangst", confirmReport)
                .described(.confirmReport),
        ]
    }

    /// INTERFACES: lists hold at most 200 items.
    private static let pageLimit = 200
    private static let pageDefault = 50

    private func listReports(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let after = try visit.number("na", in: 0...Int.max, default: 0)
        let limit = try visit.number("limiet", in: 1...Self.pageLimit, default: Self.pageDefault)
        let found = try await database.read { transaction in
            try Report.list(of: caller.organisation.id, after: after, limit: limit + 1, in: transaction)
        }
        let items = found.prefix(limit).map(ReportSummary.init)
        let next =
            found.count > limit
            ? items.last.map { "/api/v1/verwerkingsberichten?na=\($0.volgnummer)&limiet=\(limit)" } : nil
        return try visit.json(Page(items: items, volgende: next))
    }

    private func showReport(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let report = try await database.write { transaction in
            let report = try Self.report(visit, caller, in: transaction)
            try report.noteFetched(in: transaction, at: visit.at)
            return report
        }
        return try visit.json(ReportBody(report))
    }

    private func confirmReport(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try await database.write { transaction in
            try Self.report(visit, caller, in: transaction).confirmReceipt(in: transaction, at: visit.at)
        }
        return Response(status: .noContent)
    }

    private static func report(
        _ visit: Visit, _ caller: OrganisationCaller, in transaction: any Transaction
    ) throws -> Report {
        guard let id = Delivery.ID(visit.parameter("id")),
            let delivery = try Delivery.find(id, of: caller.organisation.id, in: transaction),
            let report = try Report.find(delivery, in: transaction)
        else { throw Problem(.noReport) }
        guard !report.isExpired else { throw Problem.reportExpired }
        return report
    }
}

extension Problem {
    /// Its organisation had the agreed days of offering and the days after that to fetch it.
    static var reportExpired: Problem {
        Problem(.noReport, "De termijn om dit verwerkingsbericht op te halen is voorbij.")
    }
}

extension Visit {
    /// A whole number from the query, within bounds.
    func number(_ name: String, in range: ClosedRange<Int>, default standard: Int) throws(Problem) -> Int {
        guard let text = query(name) else { return standard }
        guard let number = Int(text), range.contains(number) else {
            throw Problem(
                .invalidInput, "De parameter \(name) klopt niet.",
                faults: [
                    .init(
                        path: name,
                        reason: "een geheel getal vanaf \(range.lowerBound), hoogstens \(range.upperBound)")
                ])
        }
        return number
    }
}

/// A page of a list, with the address of the next one where there is more.
struct Page<Item: Encodable>: Encodable {
    let items: [Item]
    let volgende: String?
}
