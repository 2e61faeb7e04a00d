import Foundation
import Testing

@testable import Mail

/// Reports as mail servers write them.
@Suite struct DeliveryStatusTests {
    private static func report(
        action: String = "failed", status: String = "5.1.1", returned: String = "text/rfc822-headers",
        boundary: String = "\"=_b\""
    ) -> String {
        """
        Return-Path: <>
        To: <noreply+01890000-0000-7000-8000-000000000001@peil.example>
        Subject: Undelivered Mail Returned to Sender
        Content-Type: multipart/report; report-type=delivery-status;
        \tboundary=\(boundary)
        MIME-Version: 1.0

        This is a MIME-encapsulated message.

        --=_b
        Content-Type: text/plain; charset=us-ascii

        I'm sorry to have to inform you.
        --=_b-not-this
        --=_b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.org
        Arrival-Date: Mon, 5 Oct 2026 10:00:00 +0200

        Final-Recipient: rfc822; anna@example.org
        Action: \(action)
        Status: \(status) (no mailbox)
        Diagnostic-Code: smtp; 550 5.1.1 <anna@example.org>:
            Recipient address rejected

        --=_b
        Content-Type: \(returned)

        Return-Path: <noreply+01890000-0000-7000-8000-000000000001@peil.example>
        Message-ID:
         <bericht.01890000-0000-7000-8000-000000000002.01890000-0000-7000-8000-000000000001@peil.example>
        Subject: Nieuw bericht

        --=_b--
        """
    }

    private func read(_ text: String, crlf: Bool = true) throws -> DeliveryStatus {
        try DeliveryStatus(Array((crlf ? text.replacing("\n", with: "\r\n") : text).utf8))
    }

    @Test(arguments: [true, false])
    func `a report names the outcome and every mark of ours`(_ crlf: Bool) throws {
        let report = try read(Self.report(), crlf: crlf)
        #expect(report.outcome == .permanent)
        let mark = "noreply+01890000-0000-7000-8000-000000000001@peil.example"
        #expect(report.marks.first == mark)
        #expect(report.marks.contains { $0.hasPrefix("bericht.01890000") && !$0.contains(">") })
        #expect(report.marks.filter { $0 == mark }.count == 2)
    }

    @Test(arguments: [
        ("failed", "5.1.1", DeliveryStatus.Outcome.permanent), ("failed", "5.1.10", .permanent),
        ("failed", "5.2.1", .permanent), ("failed", "5.2.2", .passing), ("failed", "5.7.1", .passing),
        ("failed", "4.4.7", .passing), ("failed", "", .passing), ("Failed", "5.1.1", .permanent),
        ("delayed", "4.4.1", .none), ("delivered", "2.1.5", .none), ("relayed", "2.0.0", .none),
        ("failed", "5.1", .passing), ("failed", "5.2.10", .passing),
    ])
    func `what a status means for the address`(
        _ action: String, _ status: String, _ outcome: DeliveryStatus.Outcome
    ) throws {
        #expect(try read(Self.report(action: action, status: status)).outcome == outcome)
    }

    @Test(arguments: ["message/rfc822", "TEXT/RFC822-Headers", "message/global-headers", "image/png"])
    func `a returned mail is looked at by its headers`(_ type: String) throws {
        let report = try read(Self.report(returned: type))
        #expect(report.marks.contains { $0.hasPrefix("bericht.") } == (type != "image/png"))
    }

    @Test func `the body alone is read with the type of the whole`() throws {
        let text = Self.report()
        let start = try #require(text.range(of: "\n\n"))
        let body = Array(text[start.upperBound...].utf8)
        let report = try DeliveryStatus(body, contentType: "multipart/report; boundary==_b")
        #expect(report.outcome == .permanent)
        #expect(report.marks.count == 2)
    }

    @Test(arguments: [
        "", "\n", "--\n--\n", "Content-Type: multipart/report; boundary=\n\n--\n",
        "Subject: ik ben er niet\n\nDag",
        "Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\n",
        "Content-Type: multipart/report; boundary=x\n\n--x--\nAction: failed",
        "Content-Type: text/plain; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\na: b\n\nA: c",
        "\u{0}\u{0}: \n \n\t", ":::\n :\n", "Content-Type\n\n",
        "Content-Type: multipart/report; boundary\n\n",
    ])
    func `what is no report is refused`(_ text: String) {
        #expect(throws: DeliveryStatusError.notAReport) { try DeliveryStatus(Array(text.utf8)) }
    }

    @Test func `a report cut off anywhere, or with any byte changed, is read or refused and nothing else`() {
        let whole = Array(Self.report().utf8)
        var readable = 0
        for length in 0...whole.count {
            readable += outcome(of: Array(whole[..<length])) == nil ? 0 : 1
        }
        for index in whole.indices {
            var bytes = whole
            bytes[index] = index % 2 == 0 ? 0xff : 10
            readable += outcome(of: bytes) == nil ? 0 : 1
        }
        #expect(readable > 100 && readable < 2 * whole.count)
    }

    private func outcome(of bytes: [UInt8]) -> DeliveryStatus.Outcome? {
        do { return try DeliveryStatus(bytes).outcome } catch { return nil }
    }

    @Test func `a report is bounded in bytes, parts and recipients`() throws {
        #expect(throws: DeliveryStatusError.tooLarge) {
            try DeliveryStatus([UInt8](repeating: 10, count: DeliveryStatus.byteLimit + 1))
        }
        let part = "--x\nContent-Type: text/plain\n\n"
        let many = "Content-Type: multipart/report; boundary=x\n\n" + String(repeating: part, count: 30_000)
        #expect(throws: DeliveryStatusError.notAReport) { try DeliveryStatus(Array(many.utf8)) }
        let recipients = String(repeating: "Action: failed\nStatus: 5.1.1\n\n", count: 30_000)
        let report = try DeliveryStatus(
            Array(
                ("Content-Type: multipart/report; boundary=x\n\n--x\n"
                    + "Content-Type: message/delivery-status\n\n"
                    + "Reporting-MTA: a\n\n\(recipients)--x--").utf8))
        #expect(report.outcome == .permanent)
    }
}
