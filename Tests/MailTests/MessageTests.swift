import CivilTime
// An independent base64 and splitting by text, to check ours with.
import Foundation
import Mail
import Testing

let sender = "berichtenbox@peil.example"

@Suite struct MessageTests {
    @Test func `a plain mail has its headers and its text`() throws {
        let mail = try letter(subject: "Nieuw bericht", text: "Er staat een bericht klaar.\n.\nGroet")
        #expect(
            lines(of: mail) == [
                "Date: Sun, 1 Mar 2026 12:05:09 +0000",
                "From: MijnOverheid Berichtenbox <berichtenbox@peil.example>",
                "To: <burger@example.org>",
                "Message-ID: <0199-1@peil.example>",
                "Subject: Nieuw bericht",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "Er staat een bericht klaar.", ".", "Groet",
            ])
    }

    @Test func `a mail with HTML has both forms, the plain one first`() throws {
        let mail = try letter(subject: "Twee", text: "plat", html: "<p>rijk é</p>")
        let text = lines(of: mail).joined(separator: "\n")
        #expect(text.contains("Content-Type: multipart/alternative; boundary=\"=_0199-1peilexample\""))
        let parts = text.components(separatedBy: "--=_0199-1peilexample")
        #expect(parts.count == 4)
        #expect(parts[1].contains("text/plain") && parts[1].contains("plat"))
        #expect(parts[2].contains("text/html") && parts[2].contains("<p>rijk =C3=A9</p>"))
        #expect(parts[3] == "--")
    }

    @Test func `text beyond ASCII is encoded so that no line is too long and no letter is cut`() throws {
        let subject = String(repeating: "één 🙂 ", count: 20)
        let mail = try letter(subject: subject, text: String(repeating: "ë", count: 500) + " \nslot ")
        let written = lines(of: mail)
        #expect(written.allSatisfy { $0.utf8.count <= 78 })
        let start = try #require(written.firstIndex { $0.hasPrefix("Subject: ") })
        let words =
            [String(written[start].dropFirst(9))] + written[(start + 1)...].prefix { $0.hasPrefix(" =?") }
        #expect(words.map(decodedWord).joined() == subject)
        #expect(written.contains { $0.hasSuffix("=20") })
    }

    @Test(arguments: ["Hoi\r\nBcc: x@example.org", "Hoi\nBcc: x", "Hoi\rBcc: x", "nul\u{0}"])
    func `a line break in a header is refused`(text: String) {
        #expect(throws: MailError.self) { try letter(subject: text, text: "") }
        #expect(throws: MailError.self) { try MailAddress("a@example.org", name: text) }
        #expect(throws: MailError.self) { try MailAddress("\(text)@example.org") }
        #expect(throws: MailError.self) {
            try Mail(
                from: MailAddress(sender), to: MailAddress("a@example.org"), subject: "", text: "",
                messageID: "\(text)@x", date: Instant(seconds: 0))
        }
    }

    @Test(arguments: ["", "@", "a@", "@b", "a b@c", "a@b@c", "a@b>,<c", "\"a\"@b", "é@b", "a@b\u{7f}"])
    func `what is no address is refused`(text: String) {
        #expect(throws: MailError.self) { try MailAddress(text) }
    }

    @Test func `an address prints without the person`() throws {
        let address = try MailAddress("jan.jansen@example.org", name: "Jan Jansen")
        #expect("\(address)" == "•••@example.org")
        #expect(String(reflecting: address) == "•••@example.org")
    }

    @Test(arguments: [
        (0, "Thu, 1 Jan 1970 00:00:00 +0000"), (951_782_400, "Tue, 29 Feb 2000 00:00:00 +0000"),
        (1_792_843_199, "Sat, 24 Oct 2026 11:59:59 +0000"), (-1, "Wed, 31 Dec 1969 23:59:59 +0000"),
    ]) func `dates are written in UTC`(seconds: Int64, date: String) throws {
        let mail = try Mail(
            from: MailAddress(sender), to: MailAddress("a@example.org"), subject: "", text: "",
            messageID: "1@x", date: Instant(seconds: seconds))
        #expect(lines(of: mail)[0] == "Date: \(date)")
    }
}

func letter(
    to: String = "burger@example.org", subject: String, text: String, html: String? = nil
) throws -> Mail {
    try Mail(
        from: MailAddress(sender, name: "MijnOverheid Berichtenbox"), to: MailAddress(to), subject: subject,
        text: text, html: html, messageID: "0199-1@peil.example", date: Instant(seconds: 1_772_366_709))
}

private func lines(of mail: Mail) -> [String] {
    String(decoding: mail.message(), as: UTF8.self).components(separatedBy: "\r\n").dropLast()
}

private func decodedWord(_ word: String) -> String {
    let digits = word.drop { $0 == " " }.dropFirst("=?UTF-8?B?".count).dropLast(2)
    return Data(base64Encoded: String(digits)).map { String(decoding: $0, as: UTF8.self) } ?? "?"
}
