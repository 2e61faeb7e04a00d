import AgreementFiles
import Agreements
import CivilTime
import Testing

/// The Beheerafspraken of the central facility BVV, held against their own words.
struct BrokerTests {
    @Test func `BVV-01 working days are Monday to Friday without nine holidays, and Good Friday is one`()
        throws
    {
        let calendar = try #require(try Shipped.bvv.agreement().calendars.first)
        let closed = [
            "2026-01-01", "2026-04-27", "2025-05-05", "2026-04-06", "2026-05-14", "2026-05-25",
            "2026-12-25", "2026-12-26", "2026-04-04",
        ]
        for text in closed {
            #expect(try !calendar.isWorkingDay(date(text)), "\(text)")
        }
        for text in ["2026-04-03", "2026-05-05", "2025-04-28", "2026-05-15"] {
            #expect(try calendar.isWorkingDay(date(text)), "\(text)")
        }
        #expect(try calendar.closure(on: date("2026-04-06")) == "Tweede paasdag")
        #expect(try calendar.closure(on: date("2025-04-26")) == "Koningsdag")
    }

    @Test func `BVV-03 has four priorities, each with its reaction and its resolution`() throws {
        let norms = try Shipped.bvv.agreement().handling("BVV-03")
        func texts(_ term: String) -> [String] {
            norms.filter { $0.term == term }.map { norm in
                if case .one(let limit) = norm.limits { limit.span.text } else { "" }
            }
        }
        #expect(
            texts("reaction") == [
                "direct", "1 uur ondersteuningstijd", "2 uur ondersteuningstijd", "in overleg",
            ])
        #expect(
            texts("resolution") == [
                "6 uur ondersteuningstijd", "12 uur ondersteuningstijd", "24 uur ondersteuningstijd",
                "in overleg",
            ])
        let shares = norms.filter { $0.term == "resolution" }.map(\.share)
        #expect(
            shares == [Percentage(scaled: 70, decimals: 0), Percentage(scaled: 80, decimals: 0), nil, nil])
    }

    @Test func `BVV-05 test incidents have priority 3 and are aimed at, not promised`() throws {
        let contents = try Shipped.bvv.agreement().contents("BVV-05")
        #expect(contents.fixedPriorities == [FixedPriority(environment: .test, priority: 3)])
        #expect(try Shipped.bvv.agreement().handling("BVV-05").allSatisfy { $0.standing == .target })
    }

    @Test
    func `BVV-12 and BVV-18 availability is shown where no level is named, and 95 % for the test chain`()
        throws
    {
        let agreement = try Shipped.bvv.agreement()
        func level(_ id: Clause.ID) throws -> Percentage? {
            let norms = try agreement.contents(id).lines.compactMap { line in
                if case .availability(let norm) = line.norm { norm } else { nil }
            }
            return try #require(norms.first).atLeast
        }
        #expect(try level("BVV-12") == nil)
        #expect(try level("BVV-18") == Percentage(scaled: 95, decimals: 0))
    }

    @Test func `BVV-14 an extra opening is asked 2 weeks ahead, and settled 4 days ahead in three terms`()
        throws
    {
        let agreement = try Shipped.bvv.agreement()
        let plan = try #require(agreement.plans.first)
        #expect(plan.askAtLeast?.kind == .weeks(2))
        #expect(plan.settledAtLeast?.kind == .days(4))
        #expect(plan.steps == ["forward", "assess", "collate"])
        let spans = try agreement.handling("BVV-14").map { norm -> Span.Kind? in
            if case .one(let limit) = norm.limits { limit.span.kind } else { nil }
        }
        #expect(spans == [.workingDays(1), .workingDays(5), .workingDays(1)])
    }

    @Test func `BVV-16 UWV has each third full weekend, BKWI its yearly plan and BRP what it announces`()
        throws
    {
        let windows = try Shipped.bvv.agreement().contents("BVV-16").maintenanceWindows
        #expect(windows.map(\.key) == ["uwv", "bkwi", "brp"])
        #expect(
            windows.map(\.recurrence) == [
                .fullWeekend(ordinal: 3), .dates([]), .announced(on: [.saturday, .sunday]),
            ])
        let month = try #require(CivilMonth("2026-10"))
        let weekend = try #require(windows[0].intervals(in: month, .production).first)
        #expect(Dutch.text(weekend.start) == "za 17 oktober 2026, 00.00 uur")
        #expect(try weekend.end == Instant(startOf: date("2026-10-19")))
    }
}
