/// Word of a mail server about a mail that it could not deliver (RFC 3464, in the report of RFC 6522).
///
/// Whoever finds the address may send one, so nothing in it is believed but by a mark that only our own mail
/// has. Servers differ in what they send back; every place where such a mark may stand is given.
public struct DeliveryStatus: Sendable, Equatable {
    /// What it says of the address.
    public enum Outcome: Sendable, Equatable {
        /// There is no such address, or it is closed (5.1.x, 5.2.1).
        case permanent
        /// Not delivered for a reason that may pass: a full mailbox, a policy, a server that stayed away.
        case passing
        /// It is on its way still, or has arrived.
        case none
    }

    public let outcome: Outcome
    /// Where our mark may stand: the address the report came to, then the id and the return path of the mail.
    public let marks: [String]

    /// A report with the headers of one mail is a few kilobytes; with the whole mail sent back, some more.
    public static let byteLimit = 1_048_576
    private static let partLimit = 20

    /// Reads a report.
    ///
    /// - Parameter contentType: that of the body where its headers came apart from it; nil where the bytes
    ///   begin with them.
    public init(_ bytes: [UInt8], contentType: String? = nil) throws(DeliveryStatusError) {
        guard bytes.count <= Self.byteLimit else { throw .tooLarge }
        var lines = MailLines(bytes)
        var headers = MailHeaders([:])
        if contentType == nil { headers = lines.headers() }
        guard let boundary = ContentType(contentType ?? headers.first("content-type") ?? "").reportBoundary
        else { throw .notAReport }
        var marks = ["to", "delivered-to", "x-original-to"].flatMap { headers.all($0) }
        var outcomes: [Outcome] = []
        for part in lines.parts(boundary: boundary, limit: Self.partLimit) {
            var part = part
            let type = ContentType(part.headers().first("content-type") ?? "").type
            switch type {
            case "message/delivery-status", "message/global-delivery-status":
                outcomes += Self.outcomes(&part)
            case "message/rfc822", "text/rfc822-headers", "message/global", "message/global-headers":
                let returned = part.headers()
                marks += returned.all("message-id") + returned.all("return-path")
            default: break
            }
        }
        guard !outcomes.isEmpty else { throw .notAReport }
        // Our mail goes to one person each.
        outcome = outcomes.contains(.permanent) ? .permanent : outcomes.contains(.passing) ? .passing : .none
        self.marks = marks.flatMap(Self.addresses)
    }

    private static let recipientLimit = 100

    /// The blocks after the first, one for each recipient.
    private static func outcomes(_ part: inout MailLines) -> [Outcome] {
        _ = part.headers()
        var outcomes: [Outcome] = []
        while !part.isAtEnd, outcomes.count < recipientLimit {
            let fields = part.headers()
            guard let action = fields.first("action") else { continue }
            outcomes.append(outcome(action: action, status: fields.first("status") ?? ""))
        }
        return outcomes
    }

    private static func outcome(action: String, status: String) -> Outcome {
        guard action.lowercased().hasPrefix("failed") else { return .none }
        let code = status.prefix { $0.isNumber || $0 == "." }
        return code.hasPrefix("5.1.") || code == "5.2.1" ? .permanent : .passing
    }

    /// What stands in a field of addresses or ids, without brackets and names.
    private static func addresses(_ field: String) -> [String] {
        field.split(whereSeparator: { " <>,;\t".contains($0) }).filter { $0.contains("@") }.map(String.init)
    }
}

public enum DeliveryStatusError: Error, Equatable, Sendable {
    case tooLarge
    /// Some other mail: an answer of a person, a vacation notice, advertising.
    case notAReport
}
