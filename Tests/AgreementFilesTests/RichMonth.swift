import Agreements
import CivilTime
import Testing

/// A month in which everything happened that a norm can speak of.
enum RichMonth {
    static func evidence(_ month: CivilMonth) throws -> Evidence {
        let start = month.interval.start
        var messages = [
            bucket(start, hours: 200, Load(offered: 1_500_000, handled: 1_400_000, late: 100_000)),
            bucket(
                start, hours: 210, Load(offered: 1_500_000, handled: 1_400_000, refused: 10, late: 99_990)),
        ]
        messages.append(bucket(start, hours: 300, Load(offered: 46, handled: 45, refused: 1)))
        messages.append(bucket(start, hours: 305, Load(offered: 150_000, handled: 150_000)))
        let notifications = [
            bucket(start, hours: 100, Load(offered: 125_000, handled: 125_000)),
            bucket(start, hours: 120, Load(offered: 3_000_000, handled: 3_000_000)),
            bucket(start, hours: 150, Load(offered: 3_000_100, handled: 3_000_000, refused: 100)),
        ]
        let load = LoadSeries(width: .second, buckets: messages)
        return Evidence(
            loads: [
                .messagesParked: load, .messagesSupplied: load, .messagesProcessed: load,
                .notifications: LoadSeries(width: .second, buckets: notifications),
            ],
            order: [.notifications: ArrivalOrder(handled: 10, overtaken: 1)],
            terms: [.messagesProcessed: terms()], responseTimes: [.presentation: responseTimes()],
            attachments: AttachmentEvidence(
                messages: 1_000, withAttachments: 949, largestTakenBytes: 512_000,
                smallestRefusedBytes: 512_001),
            reoffers: ReofferEvidence(
                offered: 10, offeredAgain: 2, earliestGivenUpMicroseconds: 518_400_000_000,
                latestOfferMicroseconds: 500_000_000_000),
            redeliveries: RedeliveryEvidence(
                redelivered: 5, arrivedTwice: 1, earliestRefusedMicroseconds: 85_000_000_000),
            outages: try outages(month))
    }

    private static func bucket(_ start: Instant, hours: Int64, _ load: Load) -> LoadBucket {
        LoadBucket(start: start.advanced(bySeconds: hours * 3_600), load: load)
    }

    private static func terms() -> TermEvidence {
        var handled = Histogram()
        handled.record(microseconds: 86_400_000_000, times: 10)
        return TermEvidence(handled: handled, open: Histogram(), longestMicroseconds: 86_400_000_000)
    }

    private static func responseTimes() -> Histogram {
        var times = Histogram()
        times.record(microseconds: 5_000, times: 9_950)
        times.record(microseconds: 180_000, times: 50)
        return times
    }

    /// Down during each maintenance window of the document and beside it; partly by others; partly not seen.
    private static func outages(_ month: CivilMonth) throws -> [String: OutageEvidence] {
        let whole = month.interval
        var down: [Outage] = []
        for (week, weekday) in [(2, Weekday.wednesday), (4, .wednesday), (2, .tuesday), (3, .wednesday)] {
            let start = Instant(startOf: try #require(month.day(week, weekday)))
            down.append(
                Outage(Interval(from: start, to: start.advanced(bySeconds: 6 * 3_600)), cause: .unplanned))
        }
        let other = whole.start.advanced(bySeconds: 3_600)
        down.append(Outage(Interval(from: other, to: other.advanced(bySeconds: 7_200)), cause: .thirdParty))
        let unseen = Interval(from: whole.end.advanced(bySeconds: -7_200), to: whole.end)
        let up = IntervalSet(whole).subtracting(IntervalSet(unseen))
        let seen = OutageEvidence(probes: 44_000, up: up, outages: down)
        return ["sign-in": seen, "settings": seen, "message-box": seen]
    }
}
