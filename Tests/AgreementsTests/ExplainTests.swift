import Agreements
import CivilTime
import Testing

struct ExplainTests {
    private func clock(
        _ limit: SpanLimit, _ hours: WorkingHours, _ start: String, pauses: [Pause] = [],
        stops: [TermRun.Stop] = []
    ) throws -> Clock {
        Clock(limit: limit, hours: hours, start: try at(start), pauses: pauses, stops: stops)
    }

    @Test func `facts 1 the course over Easter is told day by day`() throws {
        let clock = try clock(working(6 * .hour), try hours("08:30-18:00"), "2026-04-03 16:00")
        #expect(
            clock.trace(at: clock.start).sentences == [
                "vr 3 april 16.00–18.00 uur: telt 2 uur",
                "za 4 – ma 6 april: gesloten (weekend, Tweede paasdag)",
                "di 7 april 08.30–12.30 uur: telt 4 uur",
            ])
    }

    @Test func `a pause is told with its reason and who is awaited`() throws {
        let clock = try clock(
            working(6 * .hour), try hours("08:30-18:00"), "2026-04-03 14:00",
            pauses: [try pause("2026-04-03 15:00", "2026-04-07 09:00")])
        #expect(
            clock.trace(at: try at("2026-04-07 09:30")).sentences == [
                "vr 3 april 14.00–15.00 uur: telt 1 uur",
                """
                vr 3 april 15.00 uur – di 7 april 09.00 uur: gepauzeerd (wacht op gegevens; aan zet: \
                afnemer), telt niet
                """,
                "di 7 april 09.00–14.00 uur: telt 5 uur",
            ])
    }

    @Test func `a start outside the hours is told, a night between is not`() throws {
        let clock = try clock(working(10 * .hour), try hours("08:30-18:00"), "2026-04-13 19:00")
        #expect(
            clock.trace(at: clock.start).sentences == [
                "ma 13 april 19.00 uur – di 14 april 08.30 uur: buiten de openingstijden",
                "di 14 april 08.30–18.00 uur: telt 9 uur 30 min",
                "wo 15 april 08.30–09.00 uur: telt 30 min",
            ])
    }

    @Test func `a change of the clock is told, so that the hours can be added up`() throws {
        let spring = try clock(continuous(6 * .hour), .always, "2026-03-29 00:30")
        #expect(
            spring.trace(at: spring.start).sentences == [
                "zo 29 maart 00.30–07.30 uur: telt 6 uur; de klok gaat hierin een uur vooruit"
            ])
        let autumn = try clock(continuous(72 * .hour), .always, "2026-10-23 12:00")
        #expect(
            autumn.trace(at: autumn.start).sentences == [
                """
                vr 23 oktober 12.00 uur – ma 26 oktober 11.00 uur: telt 72 uur; de klok gaat hierin een uur \
                terug
                """
            ])
    }

    @Test func `SNO-40 the wait for an opening and the time after an undone stop are told`() throws {
        let clock = Clock(
            limit: continuous(6 * .hour), hours: .always, startsWhenOpen: try hours("08:00-18:00"),
            start: try at("2026-04-13 20:00"),
            stops: [try stop("2026-04-14 09:00", reopened: "2026-04-14 10:00"), try stop("2026-04-14 11:00")])
        let trace = clock.trace(at: try at("2026-04-20 00:00"))
        #expect(trace.countedMicroseconds == 2 * .hour)
        #expect(
            trace.sentences == [
                "ma 13 april 20.00 uur – di 14 april 08.00 uur: de klok is nog niet begonnen",
                "di 14 april 08.00–09.00 uur: telt 1 uur",
                "di 14 april 09.00–10.00 uur: afgehandeld, daarna heropend; telt niet",
                "di 14 april 10.00–11.00 uur: telt 1 uur",
            ])
    }

    @Test func `facts 8 a long course is cut to so many lines, the rest summed up, the end told`() throws {
        let clock = try clock(working(400 * .hour), try hours("08:30-18:00"), "2026-04-13 08:30")
        let trace = clock.trace(at: clock.start)
        #expect(trace.countedMicroseconds == 400 * .hour)
        let sentences = trace.sentences
        #expect(sentences.count == ClockTrace.sentenceLimit)
        #expect(
            sentences.suffix(2) == [
                "… nog 23 dagen, samen 218 uur 30 min", "ma 15 juni 08.30–09.30 uur: telt 1 uur",
            ])
    }

    @Test func `a course over New Year names the years`() throws {
        let clock = try clock(working(10 * .hour), try hours("08:30-18:00"), "2026-12-31 17:30")
        #expect(
            clock.trace(at: clock.start).sentences == [
                "do 31 december 2026 17.30–18.00 uur: telt 30 min",
                "vr 1 – zo 3 januari 2027: gesloten (Nieuwjaarsdag, weekend)",
                "ma 4 januari 2027 08.30–18.00 uur: telt 9 uur 30 min",
            ])
    }

    @Test func `one day of the weekend is named as it is`() throws {
        let saturdays = try WorkingHours(
            .weekly([.init(days: [.friday, .saturday, .monday], ranges: [try range("09:00-17:00")])]),
            calendar: nil)
        let clock = try clock(working(9 * .hour), saturdays, "2026-04-18 09:00")
        #expect(clock.trace(at: clock.start).sentences[1] == "zo 19 april: gesloten (zondag)")
    }

    @Test func `a running clock without a term is told up to now`() throws {
        let clock = try clock(calendar(.inConsultation), .always, "2026-04-13 09:00")
        #expect(
            clock.trace(at: try at("2026-04-13 10:00")).sentences == [
                "ma 13 april 09.00–10.00 uur: telt 1 uur"
            ])
    }

    @Test func `nothing has happened before the start`() throws {
        let clock = try clock(working(0), try hours("08:30-18:00"), "2026-04-13 09:00")
        #expect(clock.trace(at: clock.start).entries.isEmpty)
    }
}
