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
            Samples.box(
                .box(unreadCount: 3), Samples.messages(25), older: Location("o"), newer: Location("n")))
        #expect(html.matches(of: /<li class="message-list__item/).count == 25)
        #expect(html.contains("3 berichten hebt u nog niet gelezen."))
        #expect(html.contains("Oudere berichten") && html.contains("Nieuwere berichten"))
    }

    @Test func `SNO-02 an empty box explains itself`() {
        let html = text(Samples.box(.box(unreadCount: 0), []))
        #expect(html.contains("U hebt nog geen berichten"))
        #expect(!html.contains("U hebt alles gelezen"))
    }

    @Test(arguments: [
        (BoxPage.Kind.archive, "Uw archief is leeg"), (.bin(days: 30), "De prullenbak is leeg"),
        (.folder(name: "Huis"), "Deze map is leeg"),
    ])
    func `SNO-02 each empty place explains itself`(_ kind: BoxPage.Kind, _ title: String) {
        #expect(text(Samples.box(kind, [])).contains(title))
        #expect(text(Samples.box(kind, [], isUnreadOnly: true)).contains("U hebt hier alles gelezen"))
    }

    @Test func `SNO-02 what can be done depends on the place, and moving is offered to the other places`() {
        let box = text(Samples.box(.box(unreadCount: 3), Samples.messages(2)))
        for act in ["archiveren", "verwijderen", "gelezen", "ongelezen", "verplaatsen"] {
            #expect(box.contains("name=\"daad\" value=\"\(act)\""))
        }
        #expect(box.contains("<option value=\"map-16\">Belasting &amp; huis</option>"))
        #expect(!box.contains("value=\"wissen\""))
        let bin = text(Samples.box(.bin(days: 30), Samples.messages(2)))
        #expect(bin.contains("value=\"terugzetten\"") && bin.contains("value=\"wissen\""))
        #expect(bin.contains("Wat hier 30 dagen staat, wordt gewist"))
    }

    @Test func `a toast offers the way back as a form`() {
        var page = Samples.box(.box(unreadCount: 3), Samples.messages(1))
        page.notice = .done(
            Toast(
                Strings(.dutch).moved(3, to: "Prullenbak", isFolder: false),
                undo: .init(
                    action: Location("ongedaan"), token: FormToken("geheim"),
                    fields: [HiddenField("moment", "1")])))
        let html = text(page)
        #expect(html.contains("3 berichten verplaatst naar de prullenbak."))
        #expect(html.contains("name=\"moment\" value=\"1\""))
    }

    @Test func `erasing for good is asked once more, with the messages it is about`() {
        let html = text(
            ErasePage(
                count: 2, action: Location("v"), token: FormToken("geheim"),
                fields: [HiddenField("bericht", "a"), HiddenField("bericht", "b")], back: Location("bin")))
        #expect(html.contains("2 berichten definitief wissen?"))
        #expect(html.contains("value=\"wissen-bevestigd\"") && html.contains("value=\"b\""))
    }

    @Test func `words that are searched for travel in a form, never in an address`() {
        var page = SearchPage(
            side: Samples.side, action: Location("zoeken"), token: FormToken("geheim"), words: "ziek & moe",
            places: [("", "Overal")], place: "")
        page.results = .init(
            messages: Samples.messages(2), isComplete: false, older: HiddenField("voor", "1_2"))
        let html = text(page)
        #expect(html.contains("Gevonden voor ‘ziek &amp; moe’"))
        #expect(html.contains("Nog niet alles is doorzocht"))
        #expect(html.matches(of: /<form[^>]*method="post"/).count == html.matches(of: /<form/).count)
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
            text: "<img src=x onerror=alert(1)>", attachments: [],
            place: TextLink("Terug", Location("berichtenbox")))
        let html = text(page)
        #expect(!html.contains("<script>") && !html.contains("<img"))
    }

    @Test func `moments are shown by the clock of Amsterdam, deadlines by its calendar`() throws {
        // 2026-10-24T22:30:00Z is half past midnight on the 25th in summer time.
        let now = Instant(seconds: 1_792_881_000)
        #expect(Moment(now).text(in: Strings(.dutch)) == "zo 25 oktober 2026, 00.30 uur")
        let lastDay = try #require(CivilDate(year: 2026, month: 10, day: 26))
        #expect(Deadline(lastDay, at: now).rendered().contains("morgen"))
    }
}
