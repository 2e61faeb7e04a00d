import Testing

@testable import Markup

@Suite struct NotificationMailTests {
    private let mail = NotificationMail(sender: "Gemeente <Voorbeeldstad>", site: "mijn.voorbeeld.nl")

    @Test func `SNO-06 the mail names the sender and how to read the message`() {
        #expect(mail.subject == "Nieuw bericht van Gemeente <Voorbeeldstad>")
        #expect(mail.text.contains("Gemeente <Voorbeeldstad>"))
        #expect(mail.text.contains("typ zelf mijn.voorbeeld.nl"))
    }

    @Test func `SNO-06 the mail has no link and says so`() {
        #expect(mail.text.contains("geen link om in te loggen"))
        #expect(!mail.text.contains("http"))
        #expect(!mail.html.contains("<a") && !mail.html.contains("http"))
    }

    @Test func `the name of a sender is text in the HTML`() {
        #expect(mail.html.contains("Gemeente &lt;Voorbeeldstad&gt;"))
        #expect(mail.html.hasPrefix("<!doctype html><html lang=\"nl\">"))
    }

    @Test func `a line end in a name does not grow a header`() {
        let mail = NotificationMail(sender: "A\r\nBcc: x@voorbeeld.nl", site: "mijn.voorbeeld.nl")
        #expect(!mail.subject.unicodeScalars.contains { $0 == "\r" || $0 == "\n" })
    }
}
