import Agreements
import CivilTime
import Testing

struct TermTests {
    private let hour = 3_600_000_000

    private func response(_ comparison: Limit.Comparison = .atMost, _ bound: Int = 200_000) throws -> Norm {
        .responseTime(
            ResponseTimeNorm(
                interface: .presentation, share: try percentage(999, 1), limit: Limit(comparison, bound)))
    }

    private func times(_ microseconds: [(Int, Int)]) -> Evidence {
        var histogram = Histogram()
        for (duration, times) in microseconds { histogram.record(microseconds: duration, times: times) }
        return Evidence(responseTimes: [.presentation: histogram])
    }

    @Test
    func
        `SNO-08 the bound of the norm is an edge, so exactly 200 ms is within and a microsecond more is not`()
        throws
    {
        #expect(Histogram.edges.contains(200_000))
        #expect(try judgeOne(response(), times([(200_000, 999), (200_001, 1)])).verdict == .met)
        #expect(try judgeOne(response(), times([(200_000, 998), (200_001, 2)])).verdict == .notMet)
    }

    @Test func `SNO-08 less than 200 ms cannot be decided when it hangs on the bucket that ends there`()
        throws
    {
        #expect(
            try judgeOne(response(.lessThan), times([(200_000, 999), (200_001, 1)])).verdict == .noMeasurement
        )
        #expect(try judgeOne(response(.lessThan), times([(100_000, 999), (200_001, 1)])).verdict == .met)
        #expect(try judgeOne(response(.lessThan), times([(300_000, 2), (100_000, 998)])).verdict == .notMet)
    }

    @Test func `SNO-08 no requests is no measurement`() throws {
        let finding = try judgeOne(response(), times([]))
        #expect(finding.verdict == .noMeasurement)
        #expect(finding.measured == "geen meting")
    }

    @Test func `SNO-08 the finding tells the share, the number and the time within which the share lay`()
        throws
    {
        let finding = try judgeOne(response(), times([(9_000, 9_990), (250_000, 10)]))
        #expect(finding.measured == "99,90 % ≤ 200 ms")
        #expect(finding.observations == 10_000)
        #expect(finding.explanation.contains("99,9 % bleef binnen 10 ms."))
    }

    @Test func `histograms of minutes add up to that of the month`() {
        var minute = Histogram()
        minute.record(microseconds: 5_000)
        var month = Histogram()
        month.merge(minute)
        month.merge(minute)
        #expect(month.total == 2)
        #expect(Histogram(counts: month.counts) == month)
        #expect(Histogram(counts: [1, 2]) == nil)
    }

    @Test func `a duration falls in the first bucket whose edge is not below it`() {
        #expect(Histogram.edges == Histogram.edges.sorted())
        #expect(Set(Histogram.edges).count == Histogram.edges.count)
        for (index, edge) in Histogram.edges.enumerated() {
            #expect(Histogram.bucket(of: edge) == index)
            #expect(Histogram.bucket(of: edge + 1) == index + 1)
        }
    }

    @Test
    func
        `SNO-09 each message within 24 hours: one a microsecond longer breaks it, also while open`()
        throws
    {
        let norm = Norm.term(TermNorm(flow: .messagesProcessed, limit: Limit(.atMost, 24 * hour)))
        func evidence(handled: [Int], open: [Int]) -> Evidence {
            var handledTimes = Histogram()
            var openTimes = Histogram()
            for duration in handled { handledTimes.record(microseconds: duration) }
            for duration in open { openTimes.record(microseconds: duration) }
            let longest = (handled + open).max()
            return Evidence(terms: [
                .messagesProcessed: TermEvidence(
                    handled: handledTimes, open: openTimes, longestMicroseconds: longest)
            ])
        }
        #expect(try judgeOne(norm, evidence(handled: [hour, 24 * hour], open: [hour])).verdict == .met)
        #expect(try judgeOne(norm, evidence(handled: [hour, 24 * hour + 1], open: [])).verdict == .notMet)
        #expect(
            try judgeOne(norm, evidence(handled: [hour], open: [25 * hour])).fraction == Fraction(1, of: 2))
        #expect(try judgeOne(norm, evidence(handled: [], open: [hour])).verdict == .noMeasurement)
        #expect(try judgeOne(norm, evidence(handled: [], open: [])).verdict == .noMeasurement)
    }

    @Test func `SNO-12 reports are offered again until six days after the first offer`() throws {
        let norm = Norm.reoffer(ReofferNorm(until: 6 * 24 * hour))
        func verdict(_ offered: Int, _ again: Int, givenUp: Int?, latest: Int?) throws -> Verdict {
            let evidence = ReofferEvidence(
                offered: offered, offeredAgain: again, earliestGivenUpMicroseconds: givenUp,
                latestOfferMicroseconds: latest)
            return try judgeOne(norm, Evidence(reoffers: evidence)).verdict
        }
        #expect(try verdict(10, 0, givenUp: nil, latest: nil) == .notChallenged)
        #expect(try verdict(10, 1, givenUp: nil, latest: hour) == .met)
        #expect(try verdict(10, 1, givenUp: 144 * hour, latest: 143 * hour) == .met)
        #expect(try verdict(10, 1, givenUp: 144 * hour - 1, latest: 100 * hour) == .notMet)
        #expect(try verdict(10, 1, givenUp: nil, latest: 144 * hour + 1) == .notMet)
        #expect(try verdict(0, 0, givenUp: nil, latest: nil) == .noMeasurement)
    }

    @Test func `SNO-13 the messages of the last 24 hours can come again, and arrive once`() throws {
        func verdict(_ again: Int, twice: Int, refused: Int?, once: Bool = true) throws -> Verdict {
            let evidence = RedeliveryEvidence(
                redelivered: again, arrivedTwice: twice, earliestRefusedMicroseconds: refused)
            let norm = Norm.redelivery(RedeliveryNorm(within: 24 * hour, arrivesOnce: once))
            return try judgeOne(norm, Evidence(redeliveries: evidence)).verdict
        }
        #expect(try verdict(0, twice: 0, refused: nil) == .notChallenged)
        #expect(try verdict(5, twice: 0, refused: nil) == .met)
        #expect(try verdict(5, twice: 1, refused: nil) == .notMet)
        #expect(try verdict(5, twice: 1, refused: nil, once: false) == .met)
        #expect(try verdict(5, twice: 0, refused: 24 * hour) == .notMet)
        #expect(try verdict(5, twice: 0, refused: 24 * hour + 1) == .met)
    }

    @Test func `SNO-10 attachments of exactly the limit are taken, one byte more is not`() throws {
        func verdict(taken: Int?, refused: Int?) throws -> Verdict {
            let evidence = AttachmentEvidence(
                messages: 10, withAttachments: 5, largestTakenBytes: taken, smallestRefusedBytes: refused)
            return try judgeOne(
                .size(SizeNorm(limit: Limit(.atMost, 512_000))), Evidence(attachments: evidence)
            ).verdict
        }
        #expect(try verdict(taken: 512_000, refused: 512_001) == .met)
        #expect(try verdict(taken: 512_001, refused: nil) == .notMet)
        #expect(try verdict(taken: 1, refused: 512_000) == .notMet)
    }

    @Test
    func
        `SNO-10 the share with attachments is a design load: less is no challenge, more no breach`()
        throws
    {
        let norm = Norm.designLoad(DesignLoadNorm(share: try percentage(95)))
        func verdict(_ with: Int) throws -> Verdict {
            let evidence = AttachmentEvidence(
                messages: 100, withAttachments: with, largestTakenBytes: nil, smallestRefusedBytes: nil)
            return try judgeOne(norm, Evidence(attachments: evidence)).verdict
        }
        #expect(try verdict(94) == .notChallenged)
        #expect(try verdict(95) == .met)
        #expect(try verdict(100) == .met)
    }
}
