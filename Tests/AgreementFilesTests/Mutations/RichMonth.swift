import Agreements
import CivilTime
import Testing

/// A month in which everything happened that a norm can speak of.
enum RichMonth {
    static func evidence(_ month: CivilMonth, of agreement: Agreement) throws -> Evidence {
        var evidence = try messages(month)
        evidence.cases = RichCases.all(of: agreement, in: month)
        evidence.shares = Dictionary(
            uniqueKeysWithValues: ShareMeasure.allCases.enumerated().map { index, measure in
                (measure, PartOfWhole(30 + index, of: 1_000))
            })
        evidence.answerTimes = answerTimes()
        evidence.marks = [.satisfactionPhone: MarkEvidence(sum: 76, decimals: 0, count: 10)]
        evidence.numbers = [
            .deliveringOrganisations: NumberEvidence(count: 400), .releases: NumberEvidence(count: 1),
        ]
        evidence.lengths = lengths(month)
        evidence.forecasts = forecasts(month)
        evidence.movedMaintenance = moved(month)
        evidence.registeredOutages = try registered(month, of: agreement)
        return evidence
    }

    private static func messages(_ month: CivilMonth) throws -> Evidence {
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
        let times = Dictionary(
            uniqueKeysWithValues: Interface.allCases.enumerated().map { index, interface in
                (interface, responseTimes(slow: 50 + index))
            })
        let load = LoadSeries(width: .second, buckets: messages)
        return Evidence(
            loads: [
                .messagesParked: load, .messagesSupplied: load, .messagesProcessed: load,
                .notifications: LoadSeries(width: .second, buckets: notifications),
            ],
            order: [.notifications: ArrivalOrder(handled: 10, overtaken: 1)],
            terms: [.messagesProcessed: terms()], responseTimes: times,
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

    /// Another number for each interface, so that it shows which one was asked.
    private static func responseTimes(slow: Int) -> Histogram {
        var times = Histogram()
        times.record(microseconds: 5_000, times: 9_950)
        times.record(microseconds: 180_000, times: slow)
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

    private static func answerTimes() -> Histogram {
        var times = Histogram()
        times.record(microseconds: 5_000_000, times: 850)
        times.record(microseconds: 30_000_000, times: 140)
        times.record(microseconds: 900_000_000, times: 10)
        return times
    }

    /// As long as the limits of the document, and a little longer.
    private static func lengths(_ month: CivilMonth) -> [LengthMeasure: [Interval]] {
        let start = month.interval.start.advanced(bySeconds: 36_000)
        let seconds: [Int64] = [0, 3_600, 14_400, 7 * 86_400, 14 * 86_400, 400 * 86_400]
        return Dictionary(
            uniqueKeysWithValues: LengthMeasure.allCases.enumerated().map { index, measure in
                let stretches = seconds.map { count in
                    Interval(from: start, to: start.advanced(bySeconds: count * Int64(index + 1)))
                }
                return (measure, stretches)
            })
    }

    private static func forecasts(_ month: CivilMonth) -> ForecastEvidence {
        let before = month.interval.start.advanced(bySeconds: -40 * 86_400)
        var months: [CivilMonth: Volume] = [:]
        var ahead = month
        for _ in 0...18 {
            months[ahead] = Volume(messages: 1_000_000, bytes: 1_000_000_000)
            ahead = ahead.next
        }
        let forecast = Forecast(party: "nemer", givenAt: before, months: months)
        return ForecastEvidence(
            forecasts: [forecast], sent: ["nemer": Volume(messages: 1_100_000, bytes: 1_300_000_000)])
    }

    /// A window that was moved, announced seven working days ahead.
    private static func moved(_ month: CivilMonth) -> [MovedMaintenance] {
        guard let original = month.day(2, .wednesday) else { return [] }
        let start = Instant(startOf: original.advanced(byDays: 1))
        let held = Interval(from: start, to: start.advanced(bySeconds: 21_600))
        return [
            MovedMaintenance(
                window: "portaal-technisch", originalDate: original, interval: held,
                announcedAt: Instant(startOf: original.advanced(byDays: -9)))
        ]
    }

    /// Each function down for an hour, one after the other, by day and by night.
    private static func registered(_ month: CivilMonth, of agreement: Agreement) throws -> [String: [Outage]]
    {
        var outages: [String: [Outage]] = [:]
        for clause in agreement.clauses {
            for line in clause.lines {
                guard case .availability(let norm) = line.norm else { continue }
                for (index, function) in norm.functions.enumerated() {
                    let day = month.interval.start.advanced(bySeconds: Int64(index + 6) * 86_400)
                    outages[function.key] = ([7, 12, 16, 23] as [Int64]).map { hour in
                        let start = day.advanced(bySeconds: hour * 3_600)
                        return Outage(
                            Interval(from: start, to: start.advanced(bySeconds: 5_400)), cause: .unplanned)
                    }
                }
            }
        }
        return outages
    }
}
