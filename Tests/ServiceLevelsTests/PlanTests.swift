import Agreements
import CivilTime
import MessageBox
import SQL
import TestKit
import Testing

@Suite struct PlanTests {
    @Test func `evidence over a month reads index ranges, never a whole table`() async throws {
        try await withDatabase(.sqlite, Facts.schema) { database in
            let evidence = MessageBoxEvidence(
                over: Agreed.october.interval, terms: [:], asOf: moment("2026-11-10T00:00:00Z"))
            let plans = try await database.read { transaction in
                let explaining = try ExplainingTransaction(transaction)
                _ = try evidence.gather(in: explaining)
                return explaining.plans
            }
            #expect(plans.count >= 10)
            for plan in plans {
                let scans = plan.filter { $0.hasPrefix("SCAN") && $0 != "SCAN handled" && $0 != "SCAN told" }
                #expect(scans.isEmpty, "\(plan)")
            }
        }
    }
}
