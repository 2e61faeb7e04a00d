import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import NIOCore
import Routes
import SQL

extension PortalPages {
    var supplierReportEndpoints: [Endpoint] {
        [
            .supplier(.readSupplies, .get, "/leverancier/verwerkingsberichten", listReports),
            .supplier(.readSupplies, .get, "/leverancier/verwerkingsberichten/{id}", showReport),
            .supplier(.readSupplies, .get, "/leverancier/verwerkingsberichten/{id}/xml", sendReport),
        ]
    }

    private static let reportsPageLength = 50

    private func listReports(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let before = try visit.query("voor").map { text throws(Problem) in
            guard let number = Int(text) else { throw Problem(.notFound) }
            return number
        }
        let found = try await database.read { transaction in
            try Report.latest(
                of: member.organisation.id, before: before ?? .max, limit: Self.reportsPageLength + 1,
                in: transaction)
        }
        let shown = found.prefix(Self.reportsPageLength)
        let older = found.count > shown.count ? shown.last?.number : nil
        let content = SupplierReportsPage(
            reports: shown.map { .init($0) }, older: older.map { .supplierReports(before: $0) },
            newest: before.map { _ in .supplierReports })
        return try await page(content, .supplier(.reports), for: visit)
    }

    private func showReport(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let (report, summary) = try await report(visit, member)
        let lines = report.document.lines.enumerated().map { index, line in
            SuppliedMessagesPage.Entry(
                messageID: line.messageID.text,
                location: .story(of: .init(delivery: report.delivery.id, position: index + 1)),
                type: line.typeCode, code: line.code.rawValue, isProcessed: line.code == .processed,
                received: Moment(report.delivery.receivedAt))
        }
        return try await page(
            SupplierReportPage(report: .init(summary), lines: lines), .supplier(.reports), for: visit)
    }

    /// The document as systems get it. That a person looked at it does not count as fetched: their system
    /// still has to.
    private func sendReport(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let (report, _) = try await report(visit, member)
        let name = "verwerkingsbericht-\(report.number).xml"
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/xml",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: .init(byteBuffer: ByteBuffer(bytes: report.document.xml())))
    }

    private func report(
        _ visit: Visit, _ member: SupplierMember
    ) async throws -> (Report, Report.Listed) {
        let organisation = member.organisation.id
        guard let id = Delivery.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        let found = try await database.read { transaction -> (Report, Report.Listed)? in
            guard let delivery = try Delivery.find(id, of: organisation, in: transaction),
                delivery.organisation == organisation,
                let report = try Report.find(delivery, in: transaction),
                let summary = try Report.latest(
                    of: organisation, before: report.number + 1, limit: 1, in: transaction
                ).first
            else { return nil }
            return (report, summary)
        }
        guard let found else { throw Problem(.notFound) }
        return found
    }
}

extension SupplierReportsPage.Entry {
    init(_ report: Report.Listed) {
        let state: State =
            if let confirmedAt = report.confirmedAt {
                .confirmed(Moment(confirmedAt))
            } else if let fetchedAt = report.fetchedAt {
                .fetched(Moment(fetchedAt))
            } else {
                State(report.push)
            }
        self.init(
            number: report.number, batchID: report.batchID.text, location: .supplierReport(report.delivery),
            document: Location("leverancier", "verwerkingsberichten", "\(report.delivery)", "xml"),
            offered: Moment(report.offeredAt), processed: report.acceptedCount,
            rejected: report.rejectedCount, state: state)
    }
}

extension SupplierReportsPage.Entry.State {
    /// Of a report that nobody fetched or confirmed.
    fileprivate init(_ push: ReportPush?) {
        self =
            switch push?.state {
            case .delivered: push?.endedAt.map { .pushed(Moment($0)) } ?? .offered
            case .undelivered: push?.endedAt.map { .undelivered(Moment($0)) } ?? .offered
            case .waiting, .withdrawn, nil: .offered
            }
    }
}

extension Location {
    static let supplierReports = Location("leverancier", "verwerkingsberichten")

    static func supplierReports(before number: Int) -> Location {
        Location("leverancier", "verwerkingsberichten", query: ["voor": "\(number)"])
    }

    static func supplierReport(_ delivery: Delivery.ID) -> Location {
        Location("leverancier", "verwerkingsberichten", "\(delivery)")
    }
}
