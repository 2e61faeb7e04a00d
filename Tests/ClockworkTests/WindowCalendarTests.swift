import Agreements
import CivilTime
import Clockwork
import Testing

@Suite struct WindowCalendarTests {
    @Test func `a second Wednesday is a rule in the time of Amsterdam`() throws {
        let text = try unfolded()
        #expect(text.contains("RRULE:FREQ=MONTHLY;BYDAY=2WE;UNTIL=20271208T160000Z\r\n"))
        #expect(text.contains("DTSTART;TZID=Europe/Amsterdam:20260311T170000\r\n"))
        #expect(text.contains("DTEND;TZID=Europe/Amsterdam:20260312T060000\r\n"))
    }

    @Test func `a week of working days leaves the holidays out`() throws {
        let text = try unfolded()
        #expect(text.contains("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20271231T073000Z\r\n"))
        #expect(text.contains("EXDATE;TZID=Europe/Amsterdam:20260406T083000,20270329T083000\r\n"))
    }

    @Test func `a full weekend has no rule: its days are listed, a changed night in UTC`() throws {
        let text = try unfolded()
        #expect(text.contains("DTSTART;TZID=Europe/Amsterdam:20260328T000000\r\n"))
        #expect(text.contains("RDATE;TZID=Europe/Amsterdam:20260425T000000,20260426T000000,"))
        #expect(text.contains("DTSTART:20260328T230000Z\r\nDTEND:20260329T220000Z\r\n"))
    }

    @Test func `text is escaped, and the zone comes along`() throws {
        let text = try unfolded()
        #expect(text.contains("SUMMARY:Balie\\; hulp\\, en vragen\r\n"))
        #expect(text.contains("BEGIN:VTIMEZONE\r\nTZID:Europe/Amsterdam\r\n"))
    }

    @Test func `lines end in CRLF and are folded at 75 octets`() throws {
        let text = try calendar()
        let lines = Array(text.utf8).split(separator: UInt8(ascii: "\n"))
        #expect(lines.allSatisfy { $0.last == UInt8(ascii: "\r") && $0.count <= 76 })
        #expect(lines.contains { $0.first == UInt8(ascii: " ") })
    }

    @Test func `the same agreement gives the same bytes, and each event an id of its own`() throws {
        let text = try calendar()
        #expect(text == (try calendar()))
        let ids = text.split(separator: "\r\n").filter { $0.hasPrefix("UID:") }
        #expect(ids.count == Set(ids).count && ids.count > 3)
    }

    private func calendar() throws -> String {
        WindowCalendar(Library.agreement(), from: try month("2026-03"), .production).text
    }

    private func unfolded() throws -> String {
        try calendar().replacing("\r\n ", with: "")
    }
}
