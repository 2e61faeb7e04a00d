import CivilTime
import SQL
import TestKit
import Testing

@testable import ServiceLevels

@Suite struct ZZ {
    @Test func zz() async throws {
        try await withDatabase(.sqlite, Facts.schema) { db in
            let p = try await Agreed.published(in: db)
            try await db.write { t in
                var f = try Facts(in: t); let n = moment("2026-10-06T12:00:00Z");
                for i in 0..<150 {
                    try f.delivery(
                        of: 1000, at: n.advanced(bySeconds: Int64(i) * 24),
                        processedAt: n.advanced(bySeconds: Int64(i) * 24 + 60))
                }
            }
            print(
                try await MonthReport.make(
                    of: p, in: Agreed.october, from: db, asOf: moment("2026-11-01T12:00:00Z")
                ).text())
        }
    }
}
