import Glibc
import Mail
import TestKit
import Testing

@Suite struct SendingTests {
    @Test func `many mails go over one connection, unchanged`() async throws {
        let sink = SMTPSink()
        defer { sink.close() }
        let route = try MailRoute.server(SMTPSender(server: server(of: sink), connections: 1))
        for number in 1...50 {
            try await route.send(letter(subject: "Bericht \(number)", text: "..\n.\nregel met . punt"))
        }
        #expect(sink.received.mails.count == 50)
        #expect(sink.received.connections == 1)
        #expect(sink.received.mails[49].contains("\n..\n.\nregel met . punt\n"))
        #expect(sink.received.recipients.allSatisfy { $0.hasPrefix("RCPT TO:<burger@example.org>") })
    }

    @Test func `a refusal for good is told from one for now, and the next mail goes`() async throws {
        let sink = SMTPSink()
        defer { sink.close() }
        let route = try MailRoute.server(SMTPSender(server: server(of: sink), connections: 1))
        #expect(await refusalCode(of: route, to: "unknown@example.org") == 550)
        #expect(await refusalCode(of: route, to: "later@example.org") == nil)
        #expect(await refusalCode(of: route, to: "a@example.org", text: "refuse-this-text") == 554)
        try await route.send(letter(subject: "daarna", text: "wel"))
        #expect(sink.received.mails.count == 1)
    }

    @Test func `a server that hangs is given up after the time limit, and holds up no other connection`()
        async throws
    {
        let sink = SMTPSink()
        defer { sink.close() }
        let route = try MailRoute.server(
            SMTPSender(server: server(of: sink, mailMilliseconds: 6_000), connections: 2))
        async let hanging = refusalCode(of: route, to: "hang@example.org")
        async let other: Void = route.send(letter(subject: "snel", text: "wel"))
        try await other
        #expect(await hanging == nil)
        #expect(sink.received.mails.count == 1)
    }

    @Test func `a server that is not there is a reason to try later`() async throws {
        let sink = SMTPSink()
        let gone = try server(of: sink)
        sink.close()
        let route = MailRoute.server(SMTPSender(server: gone))
        #expect(await refusalCode(of: route, to: "a@example.org") == nil)
    }

    @Test(arguments: ["http://mail", "smtp://user:secret@mail", "mail:25", "smtp://a b"])
    func `what is no mail server is refused`(url: String) {
        #expect(throws: MailError.self) { try SMTPServer(url: url) }
    }

    @Test func `a password does not go over an open line`() throws {
        let account = SMTPServer.Account(user: "peil", password: "geheim")
        #expect(throws: MailError.self) {
            try SMTPServer(
                url: "smtp://mail.example.org:25", encryption: SMTPServer.Encryption.none, account: account)
        }
        #expect(throws: Never.self) { try SMTPServer(url: "smtp://mail.example.org:25", account: account) }
        #expect("\(account)" == "•••")
    }

    @Test func `without a server each mail is a file for its owner, once`() async throws {
        let folder = try TemporaryFolder()
        let route = try MailRoute.folder(EmlFolder(path: folder.file("mail")))
        try await route.send(letter(subject: "eerste", text: "een"))
        try await route.send(letter(subject: "eerste", text: "nog eens"))
        let path = folder.file("mail/0199-1@peil.example.eml")
        var status = stat()
        #expect(stat(path, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        #expect(access("\(path).new", F_OK) != 0)
    }
}

private func server(of sink: SMTPSink, mailMilliseconds: Int = 10_000) throws -> SMTPServer {
    var limits = SMTPServer.TimeLimits()
    limits.mailMilliseconds = mailMilliseconds
    return try SMTPServer(url: "smtp://127.0.0.1:\(sink.port)", limits: limits)
}

/// The code of a refusal for good; nil for a reason to try later.
private func refusalCode(of route: MailRoute, to: String, text: String = "tekst") async -> Int? {
    do {
        try await route.send(letter(to: to, subject: "x", text: text))
        Issue.record("the mail was taken")
    } catch MailError.permanent(let code, _) {
        return code
    } catch MailError.temporary {
        return nil
    } catch {
        Issue.record(error)
    }
    return -1
}
