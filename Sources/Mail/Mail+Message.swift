import CivilTime

extension Mail {
    /// The mail as it goes over the line and into a file (RFC 5322, MIME), lines ended by CR LF.
    public func message() -> [UInt8] {
        var message: [UInt8] = []
        message.reserveCapacity(1_024 + 2 * (text.utf8.count + (html?.utf8.count ?? 0)))
        append(headers, to: &message)
        if let html {
            let boundary = "=_\(messageID.utf8.filter(isBoundaryCharacter).prefix(60).text)"
            append(
                ["MIME-Version: 1.0", "Content-Type: multipart/alternative; boundary=\"\(boundary)\"", ""],
                to: &message)
            append(["--\(boundary)"], to: &message)
            append(part: text, type: "text/plain", to: &message)
            append(["--\(boundary)"], to: &message)
            append(part: html, type: "text/html", to: &message)
            append(["--\(boundary)--"], to: &message)
        } else {
            append(["MIME-Version: 1.0"], to: &message)
            append(part: text, type: "text/plain", to: &message)
        }
        return message
    }

    private var headers: [String] {
        [
            "Date: \(MailDate.text(date))",
            "From: \(Header.mailbox(from))",
            "To: \(Header.mailbox(to))",
            "Message-ID: <\(messageID)>",
            "Subject: \(Header.text(subject))",
            // Tells vacation responders not to answer (RFC 3834).
            "Auto-Submitted: auto-generated",
        ]
    }

    private func append(part: String, type: String, to message: inout [UInt8]) {
        append(
            ["Content-Type: \(type); charset=utf-8", "Content-Transfer-Encoding: quoted-printable", ""],
            to: &message)
        QuotedPrintable.encode(part, into: &message)
        append([""], to: &message)
    }

    private func append(_ lines: [String], to message: inout [UInt8]) {
        for line in lines {
            message += line.utf8
            message += [UInt8(ascii: "\r"), UInt8(ascii: "\n")]
        }
    }
}

/// The two characters before the id cannot occur in quoted-printable text, so no part can hold the boundary.
private func isBoundaryCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
        true
    default: false
    }
}

extension Sequence<UInt8> {
    fileprivate var text: String { String(decoding: Array(self), as: UTF8.self) }
}
