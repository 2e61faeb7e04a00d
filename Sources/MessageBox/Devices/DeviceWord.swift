import CivilTime
import Crypto
// The JSON encoder has no other home on this platform.
import FoundationEssentials
import Identity
import Markup
import Outbound
import SQL
import Sealing
import WebPush

/// One word to one device, addressed: what its worker shows, encrypted for it alone.
///
/// It says at most from whom a message is, and of a sensitive kind not even that: it may be read by who
/// looks over a shoulder.
struct DeviceWord: Sendable {
    let errand: DeviceErrand
    let person: Person
    let dueAt: Instant
    let address: CallbackURL
    let receiver: PushReceiver
    let text: Text

    /// What the worker reads; the names are those of its script.
    struct Text: Encodable, Sendable, Equatable {
        let titel: String
        let tekst: String
        let taal: String
        /// The same for a repeat, so that it takes the place of the first.
        let kenmerk: String
    }

    /// A word that came later than this helps nobody: the box itself shows what is new. Also what a push
    /// service keeps it for.
    static let lifetimeSeconds: Int64 = 3 * 86_400
    static let contentEncoding = PushReceiver.contentEncoding

    /// A name on a lock screen; longer ones do not show.
    private static let senderLimit = 120

    func body() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try receiver.encrypted(Array(try encoder.encode(text)))
    }

    /// The name of the word at the push service, which keeps only the last of one name for a device that
    /// is away; it tells nothing of the message.
    var topic: String { text.kenmerk }
}

extension DeviceWord {
    /// Nil when nobody is to be told any more: the device is gone or taken off, what it is about is read or
    /// thrown away, the box not active, notifications by push not wanted.
    static func find(
        _ errand: DeviceErrand, within reach: Reach, facilities: Facilities,
        in transaction: any Transaction
    ) throws -> DeviceWord? {
        guard let sealed = try sealed(errand, in: transaction),
            let person = try Person.find(sealed.person, in: transaction),
            try Box.find(person, in: transaction)?.state == .active,
            let contact = try Contact.find(person.id, in: transaction), contact.byPush,
            let subject = try Subject.find(errand, dueAt: sealed.dueAt, of: person.id, in: transaction)
        else { return nil }
        let key = try person.key(facilities.keys)
        let address = try key.open(sealed.address, for: .deviceAddress(errand.device))
        let keys = try key.open(sealed.keys, for: .deviceKeys(errand.device))
        return DeviceWord(
            errand: errand, person: person, dueAt: sealed.dueAt,
            address: try CallbackURL(String(decoding: address, as: UTF8.self), within: reach),
            receiver: try PushReceiver(bytes: keys),
            text: text(errand, subject.isSensitive ? nil : subject.sender, contact.language ?? .dutch))
    }

    private static func text(_ errand: DeviceErrand, _ sender: String?, _ language: Language) -> Text {
        let strings = Strings(language)
        let name = sender.map { String($0.prefix(senderLimit)) }
        let title =
            switch errand.kind {
            case .arrival: name.map(strings.pushNews) ?? strings.pushNewsOfNobody
            case .digest: strings.pushDigest
            case .reminder: name.map(strings.pushReminder) ?? strings.pushReminderOfNobody
            }
        let mark = SHA256.hash(data: Array("peil word ".utf8) + errand.payload).prefix(markByteCount)
        return Text(
            titel: title, tekst: strings.pushHow, taal: language.rawValue,
            kenmerk: Base64URL.text(of: mark))
    }

    /// In base64url 22 characters; a push service takes 32 (RFC 8030 §5.4).
    private static let markByteCount = 16

    private static func sealed(
        _ errand: DeviceErrand, in transaction: any Transaction
    ) throws -> (person: Person.ID, address: [UInt8], keys: [UInt8], dueAt: Instant)? {
        try transaction.first(
            """
            SELECT device.person_id, device.address_sealed, device.keys_sealed, device_notification.due_at
            FROM device
            JOIN device_notification ON device_notification.device_id = device.id
            WHERE device.id = \(errand.device) AND device.gone_at IS NULL
              AND device_notification.message_id = \(errand.message)
              AND device_notification.kind = \(errand.kind)
            """
        ) { row in
            (
                person: try row.next(), address: try row.next(), keys: try row.next(),
                dueAt: try row.next()
            )
        }
    }
}

/// A message as a word about it may speak of it.
private struct Subject {
    let sender: String
    let isSensitive: Bool

    /// What there is still to tell: nothing of what was read, thrown away or erased. For a digest, one of its
    /// messages is enough.
    static func find(
        _ errand: DeviceErrand, dueAt: Instant, of person: Person.ID, in transaction: any Transaction
    ) throws -> Subject? {
        try transaction.first(
            """
            SELECT organisation.name, COALESCE(message_type.sensitive, 1)
            FROM device_notification
            JOIN message ON message.id = device_notification.message_id
            JOIN organisation ON organisation.id = message.organisation_id
            LEFT JOIN message_type ON message_type.organisation_id = message.organisation_id
              AND message_type.code = message.type_code
            WHERE device_notification.device_id = \(errand.device)
              AND device_notification.due_at = \(dueAt) AND device_notification.kind = \(errand.kind)
              AND (device_notification.message_id = \(errand.message)
                OR device_notification.kind = \(DeviceNotification.Kind.digest))
              AND message.person_id = \(person) AND message.read_at IS NULL
              AND message.place NOT IN (\(Place.bin), 3)
            LIMIT 1
            """
        ) { row in Subject(sender: try row.next(), isSensitive: try row.next()) }
    }
}
