import Agreements
import CivilTime
import Clockwork
import Testing

@Suite struct ClockBatchTests {
    @Test func `case 1: six hours on Friday before Easter end on Tuesday`() {
        #expect(
            answer(Self.question()) == #"{"id":"a","deadline":"2026-04-07T12:30:00+02:00"}"#)
    }

    @Test(arguments: [
        (#""holidays":null,"#, "2026-04-06T12:30:00+02:00"), ("", "2026-04-06T12:30:00+02:00"),
        (#""holidays":"bieb","#, "2026-04-07T12:30:00+02:00"),
    ])
    func `only the holidays that are asked for are closed`(holidays: String, deadline: String) {
        #expect(answer(Self.question(holidays: holidays)) == #"{"id":"a","deadline":"\#(deadline)"}"#)
    }

    @Test(arguments: [
        ("mon-fri", "2026-04-06T12:30:00+02:00"), ("fri,mon,tue", "2026-04-06T12:30:00+02:00"),
        ("fri-mon", "2026-04-04T12:30:00+02:00"), ("tue", "2026-04-07T14:30:00+02:00"),
        ("mon-tue,fri", "2026-04-06T12:30:00+02:00"), ("mon-sun", "2026-04-04T12:30:00+02:00"),
    ])
    func `days are a range, which may go round the week, or a list`(days: String, deadline: String) {
        let line = Self.question(holidays: "", days: days)
        #expect(answer(line) == #"{"id":"a","deadline":"\#(deadline)"}"#)
    }

    @Test(arguments: [
        ("0", "2026-04-03T16:00:00+02:00"), ("0.5", "2026-04-03T16:00:00.500+02:00"),
        ("0.000001", "2026-04-03T16:00:00.000001+02:00"), ("7200", "2026-04-03T18:00:00+02:00"),
        ("7200.1", "2026-04-07T08:30:00.100+02:00"), ("720e1", "2026-04-03T18:00:00+02:00"),
    ])
    func `a budget is taken exactly, and one that uses up a window ends as it closes`(
        budget: String, deadline: String
    ) {
        #expect(answer(Self.question(budget: budget)) == #"{"id":"a","deadline":"\#(deadline)"}"#)
    }

    @Test func `case 31: the offset of the deadline is the one of its own moment`() {
        let line = #"""
            {"id":"w","window":{"days":"mon-sun","from":"00:00","to":"24:00"},
            "start":"2026-10-24T12:00:00+02:00","budget_seconds":86400}
            """#
        #expect(
            answer(line.filter { $0 != "\n" }) == #"{"id":"w","deadline":"2026-10-25T11:00:00+01:00"}"#)
    }

    @Test func `pauses stand still, in any order, also where they overlap`() {
        let pauses = #"""
            [["2026-04-03T17:00:00+02:00","2026-04-03T17:30:00+02:00"],
            ["2026-04-03T16:30:00+02:00","2026-04-03T17:15:00+02:00"]]
            """#
        let line = Self.question(budget: "3600", pauses: pauses.filter { $0 != "\n" })
        #expect(answer(line) == #"{"id":"a","deadline":"2026-04-03T18:00:00+02:00"}"#)
    }

    @Test(arguments: [
        (Self.question(budget: "-1"), "budget_seconds is"),
        (Self.question(budget: "0.0000001"), "at most six decimals"),
        (Self.question(budget: "1e30"), "budget_seconds is"),
        (Self.question(budget: "9e11"), "budget_seconds is more than fits"),
        (Self.question(budget: "2e9"), "the deadline lies outside the years"),
        (Self.question(budget: #""6 uur""#), "budget_seconds is a number of seconds"),
        (Self.question(days: "vrijdag"), "window.days"),
        (Self.question(days: "mon-wed-fri"), "window.days"),
        (Self.question(days: ""), "window.days"),
        (Self.question(from: "24:00"), "window.from"),
        (Self.question(from: "8:30"), "window.from"),
        (Self.question(from: "18:00", to: "18:00"), "so it never opens"),
        (Self.question(to: "24:01"), "window.to"),
        (Self.question(start: "2026-04-03T16:00:00"), "start is a moment with its offset"),
        (Self.question(start: "1990-04-03T16:00:00Z"), "start lies outside the years"),
        (Self.question(holidays: #""holidays":"logius","#), "there is no agreement 'logius'"),
        (Self.question(holidays: #""weather":1,"#), "unknown key weather"),
        (
            Self.question(pauses: #"[["2026-04-03T17:00:00Z","2026-04-03T16:00:00Z"]]"#),
            "pauses[0] ends before"
        ),
        (Self.question(pauses: #"[["2026-04-03T17:00:00Z"]]"#), "pauses[0] is [begin, end]"),
        (Self.question(pauses: #"["x"]"#), "pauses is a list"),
        (#"{"id":"a"}"#, "window is missing"),
    ])
    func `a question without an answer is told why, under its id`(line: String, reason: String) {
        let answer = answer(line)
        #expect(answer.hasPrefix(#"{"id":"a","error":""#) && answer.contains(reason))
    }

    @Test(arguments: ["", "nonsense", "[1]", "7", #"{"window":{}}"#, #"{"id":null}"#, #"{"id":[1]}"#, "{"])
    func `a line that is no question is answered too`(line: String) {
        #expect(answer(line).hasPrefix(#"{"id":null,"error":""#))
    }

    @Test func `an id comes back as it was given`() {
        let line = Self.question().replacing(#""id":"a""#, with: #""id":"\"é\n\u0001""#)
        #expect(answer(line).hasPrefix(#"{"id":"\"é\n\u0001","deadline""#))
        #expect(answer(Self.question().replacing(#""a""#, with: "17")).hasPrefix(#"{"id":17,"deadline""#))
    }

    @Test func `more windows than are kept are answered all the same`() {
        var batch = ClockBatch(calendars: ClockBatch.calendars(of: [Library.agreement()]), keeping: 2)
        for hour in 0..<6 {
            let from = "0\(hour % 5):00"
            let answer = batch.answer(to: .bytes(Array(Self.question(from: from, budget: "7200").utf8)))
            #expect(answer == #"{"id":"a","deadline":"2026-04-03T18:00:00+02:00"}"#)
        }
    }

    static var batch: ClockBatch {
        ClockBatch(calendars: ClockBatch.calendars(of: [Library.agreement()]))
    }

    private func answer(_ line: String) -> String {
        var batch = Self.batch
        return batch.answer(to: .bytes(Array(line.utf8)))
    }

    static func question(
        holidays: String = #""holidays":"bieb","#, days: String = "mon-fri", from: String = "08:30",
        to: String = "18:00", start: String = "2026-04-03T16:00:00+02:00", budget: String = "21600",
        pauses: String = "null"
    ) -> String {
        #"{"id":"a","window":{"days":"\#(days)","from":"\#(from)","to":"\#(to)"},\#(holidays)"#
            + #""start":"\#(start)","budget_seconds":\#(budget),"pauses":\#(pauses)}"#
    }
}
