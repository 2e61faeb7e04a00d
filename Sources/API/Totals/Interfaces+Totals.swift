import CivilTime
import Hummingbird
import Identity
import MessageBox
import Routes
import SQL

extension Interfaces {
    var totalEndpoints: [Endpoint] {
        [.staff(.checkInstallation, .get, "/beheer/totalen", checkTotals)]
    }

    /// Two years: as far back as anybody compares.
    private static let checkedDaysLimit = 800
    private static let checkedDaysDefault = 31

    /// Counts the lines of the last days anew and names each total that is not what they add up to. A day of
    /// an organisation is a view of its own: work goes on between them.
    private func checkTotals(_ visit: Visit, _ role: Role) async throws -> Response {
        let count = try visit.number("dagen", in: 1...Self.checkedDaysLimit, default: Self.checkedDaysDefault)
        let today = visit.at.localDate
        let organisations = try await database.read { try Organisation.all(in: $0) }
        var differences: [TotalDifference] = []
        for organisation in organisations {
            for back in 0..<count {
                let day = today.advanced(byDays: -back)
                let found = try await database.read { transaction in
                    try SupplyTotals.check(of: organisation.id, on: day, in: transaction)
                }
                differences += found.map { TotalDifference(organisation, $0) }
            }
        }
        return try .json(
            TotalsCheck(organisaties: organisations.count, dagen: count, verschillen: differences))
    }
}

private struct TotalsCheck: Encodable {
    let organisaties: Int
    let dagen: Int
    let verschillen: [TotalDifference]
}

private struct TotalDifference: Encodable {
    let oin: String
    let dag: String
    let berichttype: String
    let verwerkingscode: String
    let bewaard: Int
    let geteld: Int

    init(_ organisation: Organisation, _ difference: SupplyTotals.Difference) {
        oin = organisation.oin.digits
        dag = difference.count.day.description
        berichttype = difference.count.typeCode
        verwerkingscode = difference.count.code.rawValue
        bewaard = difference.kept
        geteld = difference.counted
    }
}
