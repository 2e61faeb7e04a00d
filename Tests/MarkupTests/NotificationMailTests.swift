import Testing

@testable import Markup

@Suite struct NotificationMailTests {
    private let mail = NotificationMail(
        .arrival(.init(sender: "Gemeente <Voorbeeldstad>", subject: nil)), site: "mijn.voorbeeld.nl")

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
        let mail = NotificationMail(
            .arrival(.init(sender: "A\r\nBcc: x@voorbeeld.nl", subject: "B\nTo: y@voorbeeld.nl")),
            site: "mijn.voorbeeld.nl")
        #expect(!mail.subject.unicodeScalars.contains { $0 == "\r" || $0 == "\n" })
        #expect(mail.text.contains("B To: y@voorbeeld.nl"))
    }

    @Test(arguments: Language.allCases)
    func `no mail leads to a page to sign in`(_ language: Language) {
        let heading = NotificationMail.Heading(sender: "Waterschap", subject: "Uw aanslag")
        let day = Moment(year: 2026, month: 11, day: 3, weekday: 2)
        let contents: [NotificationMail.Content] = [
            .arrival(heading), .digest([("Waterschap", 2), ("Gemeente", 1)]), .reminder(heading, by: day),
            .code("123456", minutes: 60), .addressChanged,
        ]
        for content in contents {
            let mail = NotificationMail(content, site: "mijn.voorbeeld.nl", in: language)
            #expect(!mail.html.contains("<a") && !mail.text.contains("http"))
            #expect(!mail.subject.isEmpty && !mail.subject.contains("123456"))
            #expect(mail.html.contains("lang=\"\(language.rawValue)\""))
        }
    }
}
