import CivilTime
import Markup
import Testing

@testable import Portal

@Suite struct BoxViewTests {
    private func text(_ view: some View) -> String {
        String(decoding: Page(view, in: Samples.citizenFrame()).rendered(), as: UTF8.self)
    }

    @Test func `SNO-02 the box lists its messages, with the ways to older and newer ones`() {
        let html = text(
            BoxPage(
                messages: Samples.messages(25), unreadCount: 3, older: Location("o"), newer: Location("n")))
        #expect(html.matches(of: /<li class="message-list__item/).count == 25)
        #expect(html.contains("3 berichten hebt u nog niet gelezen."))
        #expect(html.contains("Oudere berichten") && html.contains("Nieuwere berichten"))
    }

    @Test func `SNO-02 an empty box explains itself`() {
        let html = text(BoxPage(messages: [], unreadCount: 0, older: nil, newer: nil))
        #expect(html.contains("U hebt nog geen berichten"))
        #expect(!html.contains("U hebt alles gelezen"))
    }

    @Test func `SNO-02 a message shows its text with the line ends of its sender, and its attachments`() {
        let html = text(Samples.message("Onderwerp & meer", sender: "Gemeente", deadline: nil))
        #expect(html.contains(">Onderwerp &amp; meer</h1>"))
        #expect(html.contains("Geachte mevrouw Voorbeeld,\n\nUw parkeervergunning"))
        #expect(html.contains("(PDF, 182 kB)"))
        #expect(html.contains("Terug naar de berichtenbox"))
        #expect(!html.contains("Reageer uiterlijk"))
    }

    @Test func `a deadline that has passed says what can still be done`() {
        let html = text(
            Samples.message("O", sender: "Gemeente", deadline: Deadline(Samples.lastDay, daysLeft: -2)))
        #expect(html.contains("Neem contact op met Gemeente"))
    }

    @Test func `script in a message stays text`() {
        let page = MessagePage(
            subject: "<script>", sender: "\"\u{301}", received: Samples.received, reference: nil,
            deadline: nil,
            text: "<img src=x onerror=alert(1)>", attachments: [], box: Location("berichtenbox"))
        let html = text(page)
        #expect(!html.contains("<script") && !html.contains("<img"))
    }

    @Test func `moments are shown by the clock of Amsterdam, deadlines by its calendar`() throws {
        // 2026-10-24T22:30:00Z is half past midnight on the 25th in summer time.
        let now = Instant(seconds: 1_792_881_000)
        #expect(Moment(now).text(in: Strings(.dutch)) == "zo 25 oktober 2026, 00.30 uur")
        let lastDay = try #require(CivilDate(year: 2026, month: 10, day: 26))
        #expect(Deadline(lastDay, at: now).rendered().contains("morgen"))
    }
}
