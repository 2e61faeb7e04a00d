import AgreementFiles
import Agreements
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
    var supplierTodayEndpoints: [Endpoint] {
        [
            .supplier(.readSupplies, .get, "/leverancier", showToday),
            .supplier(.readSupplies, .get, "/leverancier/aantallen.csv", sendCounts),
            .supplier(.readSupplies, .get, "/leverancier/afwijzingen", showRejections),
        ]
    }

    private func showToday(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let period = try Self.period(visit)
        let (organisation, today) = (member.organisation, visit.at.localDate)
        let content = try await database.read { transaction in
            let figures = try SupplyTotals.figures(
                of: organisation.id, over: period.days(to: today), in: transaction)
            return SupplierTodayPage(
                organisation: organisation.name, today: .init(day: today, figures[today] ?? .init()),
                todayList: .suppliedMessages(on: today), rejections: .rejections(period),
                needs: try Self.needs(
                    of: organisation, rejected: figures[today]?.rejected ?? 0, in: transaction, at: visit.at),
                period: period, rows: period.rows(figures, to: today), csv: .supplierCounts(period),
                capacity: try capacity(for: member, in: transaction, at: visit.at))
        }
        return try await page(content, .supplier(.today), for: visit)
    }

    static func period(_ visit: Visit) throws(Problem) -> SupplierPeriod {
        guard let text = visit.query("periode") else { return .week }
        guard let period = SupplierPeriod(rawValue: text) else { throw Problem(.notFound) }
        return period
    }

    /// How long before a certificate expires its owner is told: time to order another one.
    static let certificateNoticeSeconds: Int64 = 30 * 86_400
    /// A certificate that was not shown for so long has been replaced.
    static let certificateUsedSeconds: Int64 = 30 * 86_400

    private static func needs(
        of organisation: Organisation, rejected: Int, in transaction: any Transaction, at now: Instant
    ) throws -> [SupplierTodayPage.Need] {
        var needs: [SupplierTodayPage.Need] = []
        if rejected > 0 {
            needs.append(.init(kind: .rejections(count: rejected), location: .rejections(.week)))
        }
        let undelivered = try Report.undeliveredCount(of: organisation.id, in: transaction)
        if undelivered > 0 {
            needs.append(.init(kind: .reports(count: undelivered), location: .supplierReports))
        }
        let expiring = try SeenCertificate.list(
            of: organisation.id, seenSince: now.advanced(bySeconds: -certificateUsedSeconds), in: transaction
        ).filter { $0.expiresAt < now.advanced(bySeconds: certificateNoticeSeconds) }
        if let first = expiring.first {
            needs.append(
                .init(
                    kind: .certificates(count: expiring.count, first: Moment(first.expiresAt)),
                    location: .supplierClients.at("certificaten")))
        }
        return needs
    }

    /// The most that all organisations together may supply, from the agreement that says it.
    private func capacity(
        for member: SupplierMember, in transaction: any Transaction, at now: Instant
    ) throws -> (text: String, location: Location?)? {
        let mayRead = member.may(.readServiceLevels)
        let names = try PublishedAgreement.names(in: transaction)
        for name in names where parties.binds(name, member.organisation.oin.digits) {
            let published = try PublishedAgreement.current(name, at: now, in: transaction)
            let norms = published?.agreement.suppliedCapacities ?? []
            guard !norms.isEmpty else { continue }
            let month = CivilMonth(at: now).previous
            return (
                norms.map(\.text).joined(separator: "; "), mayRead ? .serviceLevels(name, month) : nil
            )
        }
        return nil
    }
}

extension Agreement {
    /// What it says of how much may be supplied, in the words of the document.
    var suppliedCapacities: [NormLine] {
        clauses.flatMap(\.lines).filter { line in
            guard case .capacity(let norm) = line.norm else { return false }
            return norm.flow == .messagesSupplied
        }
    }
}

extension SupplierPeriod {
    /// The days it covers, today the last.
    func days(to today: CivilDate) -> ClosedRange<CivilDate> {
        switch self {
        case .week: today.advanced(byDays: -6)...today
        case .month: today.advanced(byDays: -30)...today
        case .year: Self.yearStart(today)...today
        }
    }

    /// The first day of the same month a year ago: thirteen months, so that the same months can be compared.
    private static func yearStart(_ today: CivilDate) -> CivilDate {
        let month = CivilMonth(of: today)
        return CivilMonth(year: month.year - 1, month: month.month)?.firstDay ?? month.firstDay
    }

    /// A row for each day, or for each month of a year; oldest first.
    func rows(_ figures: [CivilDate: SupplyTotals.Figures], to today: CivilDate) -> [SupplierTodayPage.Row] {
        let days = days(to: today)
        let all = (days.lowerBound.dayNumber...days.upperBound.dayNumber).map(CivilDate.init(dayNumber:))
        guard self == .year else {
            return all.map { SupplierTodayPage.Row(day: $0, figures[$0] ?? .init()) }
        }
        return Dictionary(grouping: all) { CivilMonth(of: $0) }.sorted { $0.key < $1.key }.map {
            month, days in
            let sum = days.reduce(SupplyTotals.Figures()) { $0 + (figures[$1] ?? .init()) }
            return SupplierTodayPage.Row(month: month, sum)
        }
    }
}

extension SupplierTodayPage.Row {
    init(day: CivilDate, _ figures: SupplyTotals.Figures) {
        self.init(
            label: Dutch.day(day, withYear: true), shortLabel: "\(day.day)-\(day.month)",
            processed: figures.processed, rejected: figures.rejected, waiting: figures.waiting)
    }

    fileprivate init(month: CivilMonth, _ figures: SupplyTotals.Figures) {
        self.init(
            label: Dutch.text(month), shortLabel: "\(month.month)-\(month.year % 100)",
            processed: figures.processed, rejected: figures.rejected, waiting: figures.waiting)
    }
}

extension PortalPages {
    private func showRejections(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let period = try Self.period(visit)
        let (id, today) = (member.organisation.id, visit.at.localDate)
        let codes = try await database.read { transaction in
            try SupplyTotals.codes(of: id, over: period.days(to: today), in: transaction).map { code, count in
                let last = try SupplyTotals.lastDay(of: id, with: code, to: today, in: transaction)
                return (code: code, count: count, last: last)
            }
        }
        let content = RejectionsPage(
            period: period,
            groups: codes.filter { $0.code != .processed }.map { code, count, last in
                RejectionsPage.Group(
                    code: code.rawValue, messages: count,
                    location: last.map { .suppliedMessages(on: $0, outcome: code) })
            }, processed: codes.first { $0.code == .processed }?.count ?? 0)
        return try await page(content, .supplier(.rejections), for: visit)
    }
}

extension PortalPages {
    /// The counts behind the chart, each on a line: the file adds up to what the page shows, but for what is
    /// in progress.
    private func sendCounts(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let period = try Self.period(visit)
        let (days, database, id) = (period.days(to: visit.at.localDate), database, member.organisation.id)
        let body = ResponseBody { writer in
            var file = CSVFile(columns: ["dag", "berichttype", "verwerkingscode", "aantal"])
            var last: SupplyTotals.Count?
            while true {
                let after = last
                let counts = try await database.read { transaction in
                    try SupplyTotals.counts(
                        of: id, over: days, after: after, limit: Self.countsPerPiece, in: transaction)
                }
                for (count, messages) in counts {
                    file.add([
                        "\(count.day)", count.typeCode, count.code.rawValue, "\(messages)",
                    ])
                }
                try await writer.write(ByteBuffer(bytes: file.take()))
                guard counts.count == Self.countsPerPiece else { break }
                last = counts.last?.count
            }
            try await writer.finish(nil)
        }
        let name = "aantallen-\(days.lowerBound)-\(days.upperBound).csv"
        return Response(
            status: .ok,
            headers: [
                .contentType: "text/csv; charset=utf-8",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ], body: body)
    }

    /// A piece of some tens of kilobytes: the file is never whole in memory.
    private static let countsPerPiece = 1_000
}

extension Location {
    static func supplier(_ period: SupplierPeriod) -> Location {
        Location("leverancier", query: ["periode": period.rawValue])
    }

    static func rejections(_ period: SupplierPeriod) -> Location {
        Location("leverancier", "afwijzingen", query: ["periode": period.rawValue])
    }

    static func supplierCounts(_ period: SupplierPeriod) -> Location {
        Location("leverancier", "aantallen.csv", query: ["periode": period.rawValue])
    }
}
