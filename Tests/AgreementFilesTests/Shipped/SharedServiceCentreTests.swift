import AgreementFiles
import Agreements
import CivilTime
import Testing

/// The SLA of the shared service centre, held against its own words.
struct SharedServiceCentreTests {
    @Test func `SSC-04 the priority follows from impact and urgency, from 5 up to 1`() throws {
        let agreement = try Shipped.ssc.agreement()
        let matrix = try #require(agreement.priorityMatrix)
        #expect(matrix.priority(impact: "low", urgency: "low") == 5)
        #expect(matrix.priority(impact: "high", urgency: "low") == 3)
        #expect(matrix.priority(impact: "low", urgency: "high") == 3)
        #expect(matrix.priority(impact: "high", urgency: "high") == 1)
        #expect(agreement.clauses.flatMap(\.contents.priorities).map(\.number) == [1, 2, 3, 4, 5])
    }

    @Test func `SSC-05 each cell of the table has its own time, in days of 8 working hours`() throws {
        let norm = try #require(try Shipped.ssc.agreement().handling("SSC-05").first)
        guard case .perCell(let rows) = norm.limits else {
            Issue.record("SSC-05 has no table")
            return
        }
        let hours = rows.map { $0.map { ($0.span.microseconds ?? 0) / 3_600_000_000 } }
        #expect(hours == [[80, 40, 24], [40, 24, 8], [8, 8, 4]])
        #expect(rows.joined().allSatisfy { $0.comparison == .atMost })
    }

    @Test func `SSC-06 the reaction is strictly less than a quarter, half, half, one or two working hours`()
        throws
    {
        let norms = try Shipped.ssc.agreement().handling("SSC-06")
        #expect(norms.map(\.selection.priority) == [1, 2, 3, 4, 5])
        let limits = norms.compactMap { norm in
            if case .one(let limit) = norm.limits { limit } else { nil }
        }
        #expect(
            limits.map(\.text) == [
                "< 0,25 werkuur", "< 0,5 werkuur", "< 0,5 werkuur", "< 1 werkuur", "< 2 werkuren",
            ])
        #expect(limits.first?.span.kind == .working(microseconds: 900_000_000))
    }

    @Test func `SSC-08 the systems are available 99,5 % of service window 1, down from report to solution`()
        throws
    {
        let line = try #require(try Shipped.ssc.agreement().contents("SSC-08").lines.first)
        guard case .availability(let norm) = line.norm else {
            Issue.record("SSC-08 is no availability")
            return
        }
        #expect(norm.atLeast == Percentage(scaled: 995, decimals: 1))
        #expect(norm.openHours?.key == "servicevenster-1")
        #expect(norm.seenBy == .disturbances)
    }

    @Test func `SSC-12 standard changes have their lead times, a password less than a quarter of an hour`()
        throws
    {
        let norms = try Shipped.ssc.agreement().handling("SSC-12")
        let password = try #require(norms.first { $0.selection.item == "password" })
        #expect(
            password.limits
                == .one(SpanLimit(.lessThan, Span(.working(microseconds: 900_000_000), text: "0,25 werkuur")))
        )
        let joiner = norms.filter { $0.process == "personnel-joiner" }.map(\.limits)
        #expect(
            joiner == [
                .one(SpanLimit(.lessThan, Span(.workingDays(5), text: "5 werkdagen"))),
                .one(SpanLimit(.lessThan, Span(.workingDays(3), text: "3 werkdagen"))),
            ])
    }

    @Test func `SSC-17 audits are asked a month ahead and done before September`() throws {
        let contents = try Shipped.ssc.agreement().contents("SSC-17")
        #expect(contents.notices.map(\.atLeast.kind) == [.months(1)])
        #expect(contents.duties.map(\.before) == [DayOfYear(month: 9, day: 1)])
    }

    @Test func `SSC-20 the crisis number answers day and night`() throws {
        let window = try #require(try Shipped.ssc.agreement().contents("SSC-20").serviceWindows.first)
        #expect(window.hours[.production] == .always)
    }

    @Test func `SSC-24 the ladder has five levels, with both sides on each`() throws {
        let agreement = try Shipped.ssc.agreement()
        let ladder = try #require(try agreement.contents("SSC-24").escalations.first)
        #expect(ladder.levels.count == 5)
        let sides = Dictionary(uniqueKeysWithValues: agreement.roles.map { ($0.key, $0.party) })
        #expect(ladder.levels.allSatisfy { Set($0.compactMap { sides[$0] }) == ["organisatie", "ssc"] })
    }
}
