public import CivilTime
public import SQL
import Sealing

/// A message in somebody's box.
public struct Message: Sendable {
    public typealias ID = Identifier<Message>

    public let heading: Heading
    public let text: String
    public let attachments: [Attachment]

    /// What a list shows of a message.
    public struct Heading: Sendable {
        public let id: ID
        public let sender: String
        public let subject: String
        public let reference: String?
        public let publishedAt: Instant
        public let actionDeadlineAt: Instant?
        public let isRead: Bool
        public let attachmentCount: Int
        public let place: Place
    }

    public struct Attachment: Sendable {
        /// 1 or 2, in the order the sender gave.
        public let number: Int
        public let description: String
        public let byteCount: Int
    }
}

extension Message {
    /// Subject and reference are sealed together: a list opens one value a row. U+0000 parts them; no message
    /// holds it.
    static func sealHeading(subject: String, reference: String?, id: ID, with key: DataKey) -> [UInt8] {
        key.seal(Array("\(subject)\0\(reference ?? "")".utf8), for: .heading(id))
    }

    static func openHeading(
        _ sealed: [UInt8], id: ID, with key: DataKey
    ) throws -> (subject: String, reference: String?) {
        let text = String(decoding: try key.open(sealed, for: .heading(id)), as: UTF8.self)
        let parts = text.split(separator: "\0", maxSplits: 1, omittingEmptySubsequences: false)
        let reference = parts.count > 1 && !parts[1].isEmpty ? String(parts[1]) : nil
        return (String(parts[0]), reference)
    }
}

extension Message {
    /// Senders write a line break as the four characters `\r\n` (the interface's own convention).
    public static func withLineBreaks(_ text: String) -> String {
        text.replacing("\\r\\n", with: "\n")
    }
}

extension SealContext {
    static func heading(_ id: Message.ID) -> SealContext {
        SealContext(purpose: "message.heading", id: id.bytes)
    }

    static func body(_ id: Message.ID) -> SealContext {
        SealContext(purpose: "message.body", id: id.bytes)
    }

    static func attachmentDescription(_ id: Message.ID) -> SealContext {
        SealContext(purpose: "attachment.description", id: id.bytes)
    }
}
