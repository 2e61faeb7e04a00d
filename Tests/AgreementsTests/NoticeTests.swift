import Agreements
import CivilTime
import Testing

struct NoticeTests {
    private func rule(
        _ kind: Span.Kind, _ text: String, late: LateNotice = .recorded,
        calendar: WorkCalendar? = workCalendar()
    ) -> NoticeRule {
        NoticeRule(
            key: "aankondiging", text: "Onderhoud", paragraph: "2.1.5", party: "logius", to: ["afnemer"],
            atLeast: Span(kind, text: text), calendar: calendar, late: late)
    }

    @Test(arguments: [
        (Span.Kind.workingDays(10), "2026-04-15", "2026-03-31"),
        (.workingDays(5), "2026-04-08", "2026-03-31"),
        (.months(1), "2026-03-31", "2026-02-28"),
        (.months(2), "2026-06-15", "2026-04-15"),
        (.weeks(2), "2026-04-13", "2026-03-30"),
        (.days(4), "2026-04-13", "2026-04-09"),
    ])
    func `SNO-46 SNO-57 the last day to announce is reckoned back from the day itself`(
        kind: Span.Kind, day: String, latest: String
    ) throws {
        #expect(rule(kind, "een tijd").latestAnnouncement(for: try date(day))?.description == latest)
    }

    @Test func `SNO-46 moved maintenance on 15 April is in time on 31 March and late on 1 April (case 34)`()
        throws
    {
        let rule = rule(.workingDays(10), "10 werkdagen", late: .countsAsOutage)
        let day = try date("2026-04-15")
        let kept = try #require(rule.judge(announcedAt: try at("2026-03-31 23:59"), for: day))
        #expect(kept.isKept)
        #expect(!kept.countsAsOutage)
        #expect(
            kept.text == """
                Aangekondigd op 31 maart 2026 voor 15 april 2026: op tijd, uiterlijk 31 maart 2026 was \
                afgesproken (10 werkdagen vooraf).
                """)
        let late = try #require(rule.judge(announcedAt: try at("2026-04-01 00:00"), for: day))
        #expect(!late.isKept)
        #expect(late.countsAsOutage)
        #expect(
            late.text.hasSuffix(
                "te laat, uiterlijk 31 maart 2026 was afgesproken (10 werkdagen vooraf). "
                    + "Uitval in die tijd telt mee."
            ))
    }

    @Test func `a late notice that is only recorded makes nothing count as outage`() throws {
        let late = rule(.workingDays(10), "10 werkdagen").judge(
            announcedAt: try at("2026-04-01 00:00"), for: try date("2026-04-15"))
        #expect(late?.isKept == false)
        #expect(late?.countsAsOutage == false)
    }

    @Test func `working days without a calendar and spans of hours have no day`() throws {
        let day = try date("2026-04-15")
        #expect(rule(.workingDays(10), "10 werkdagen", calendar: nil).latestAnnouncement(for: day) == nil)
        #expect(rule(.clock(microseconds: .hour), "1 uur").latestAnnouncement(for: day) == nil)
    }
}
