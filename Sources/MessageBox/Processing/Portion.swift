import CivilTime
import Identity
import SQL

/// The messages that are taken from the park to the boxes in one transaction.
struct Portion: Sendable {
    struct Entry: Sendable {
        let delivery: Delivery
        /// Place in the delivery, from 1.
        let position: Int
        let offered: OfferedMessage
    }

    var entries: [Entry] = []
    var attachmentBytes = 0

    /// Large enough to share a sync, small enough to hold in memory and to lose on a crash.
    static let messageLimit = 100
    static let attachmentBytesLimit = 16 * 1_048_576

    var isFull: Bool {
        entries.count >= Self.messageLimit || attachmentBytes >= Self.attachmentBytesLimit
    }

    mutating func append(_ offered: OfferedMessage, at position: Int, of delivery: Delivery) {
        entries.append(Entry(delivery: delivery, position: position, offered: offered))
        attachmentBytes += offered.attachmentBytes
    }
}

/// What becomes of one message: a code of the report with the stage that gave it, or a place in a box.
enum Verdict: Sendable {
    case rejected(ProcessingCode, Stage)
    case accepted(Addressee)
}

/// The person a message is for, found and willing.
struct Addressee: Sendable {
    let person: Person
    /// How the person is told of it; nil tells nobody.
    let contact: Contact?
}

extension OfferedMessage {
    /// The attachments together, before encoding, also those too large to keep.
    var attachmentBytes: Int {
        attachments.reduce(0) { $0 + $1.byteCount }
    }
}

extension OfferedAttachment {
    var byteCount: Int {
        switch content {
        case .bytes(let bytes): bytes.count
        case .tooLarge(let byteCount): byteCount
        }
    }

    /// Nil when it was too large to keep.
    var bytes: [UInt8]? {
        guard case .bytes(let bytes) = content else { return nil }
        return bytes
    }
}

extension OfferedMessage.Publication {
    /// When the message shows: a moment that has passed means at once.
    func moment(atEarliest now: Instant) -> Instant {
        switch self {
        case .now: now
        case .at(let moment): max(moment, now)
        }
    }
}
