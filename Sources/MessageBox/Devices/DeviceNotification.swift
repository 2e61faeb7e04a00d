import CivilTime
import Identity
import SQL
public import Work

/// The word to a device that there is something to read. One lane for each push service, so that one that is
/// down delays nobody else; in each, the order in which messages became due (SNO-06).
enum DeviceNotification {
    enum Kind: String, Sendable, Storable {
        /// A message has arrived.
        case arrival
        /// What came since the day before, together.
        case digest
        /// A deadline is near and the message unread.
        case reminder
    }

    /// Puts a word in line for each device of a person, in the transaction of what it is about.
    ///
    /// - Returns: whether anybody is told.
    @discardableResult
    static func queue(
        _ kind: Kind, of message: Message.ID, to contact: Contact, dueAt: Instant,
        in transaction: any Transaction, at now: Instant
    ) throws -> Bool {
        let devices = try transaction.rows(
            """
            SELECT id, push_service FROM device
            WHERE person_id = \(contact.person) AND gone_at IS NULL
            ORDER BY id
            """
        ) { row in (id: try row.next(Device.ID.self), service: try row.next(String.self)) }
        for device in devices {
            let errand = DeviceErrand(device: device.id, message: message, kind: kind)
            var (dueAt, isFirst) = (dueAt, true)
            if kind == .digest {
                (dueAt, isFirst) = try errand.turn(of: dueAt, for: contact, in: transaction)
            }
            try transaction.run(
                """
                INSERT INTO device_notification (device_id, message_id, kind, push_service, due_at)
                VALUES (\(device.id), \(message), \(kind), \(device.service), \(dueAt))
                """)
            guard isFirst else { continue }
            try Work.enqueue(
                NewWorkItem(
                    kind: .devices, destination: device.service, payload: errand.payload, dueAt: dueAt),
                in: transaction, at: now)
        }
        return !devices.isEmpty
    }
}

/// What one item of a push service's lane asks for.
struct DeviceErrand: Sendable, Equatable {
    let device: Device.ID
    /// For a digest: the first of its messages.
    let message: Message.ID
    let kind: DeviceNotification.Kind

    init(device: Device.ID, message: Message.ID, kind: DeviceNotification.Kind) {
        self.device = device
        self.message = message
        self.kind = kind
    }

    var payload: [UInt8] { device.bytes + message.bytes + Array(kind.rawValue.utf8) }

    /// Nil for what no version of this program wrote.
    init?(payload: [UInt8]) {
        guard let device = Device.ID(value: .bytes(Array(payload.prefix(16)))),
            let message = Message.ID(value: .bytes(Array(payload.dropFirst(16).prefix(16)))),
            let kind = DeviceNotification.Kind(
                rawValue: String(decoding: payload.dropFirst(32), as: UTF8.self))
        else { return nil }
        self.init(device: device, message: message, kind: kind)
    }
}

extension DeviceErrand {
    /// When a digest tells a message, and whether that is the first of it. One word tells all that is due at
    /// one moment; what comes after it has gone out is told the day after.
    fileprivate func turn(
        of dueAt: Instant, for contact: Contact, in transaction: any Transaction
    ) throws -> (dueAt: Instant, isFirst: Bool) {
        guard let isOut = try isOut(dueAt, in: transaction) else { return (dueAt, true) }
        guard isOut else { return (dueAt, false) }
        let next = contact.tellingMoment(of: dueAt.advanced(byMicroseconds: 1))
        return (next, try self.isOut(next, in: transaction) == nil)
    }

    /// Whether the digest of a moment has gone out; nil where there is none.
    private func isOut(_ dueAt: Instant, in transaction: any Transaction) throws -> Bool? {
        let attempted: Int64? = try transaction.value(
            """
            SELECT CASE WHEN first_attempt_at IS NULL THEN 0 ELSE 1 END
            FROM device_notification
            WHERE device_id = \(device) AND due_at = \(dueAt) AND kind = \(DeviceNotification.Kind.digest)
            LIMIT 1
            """)
        return attempted.map { $0 == 1 }
    }

    /// Writes down the first attempt, which is what the order of arrival is judged by.
    func noteAttempt(in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            UPDATE device_notification SET first_attempt_at = \(now)
            WHERE device_id = \(device) AND first_attempt_at IS NULL AND kind = \(kind)
              AND (message_id = \(message) OR kind = 'digest') AND due_at = (
                SELECT due_at FROM device_notification
                WHERE device_id = \(device) AND message_id = \(message) AND kind = \(kind))
            """)
    }

    /// Writes down what came of it.
    func settle(isSent: Bool, in transaction: any Transaction, at now: Instant) throws {
        let (sentAt, refusedAt): (Instant?, Instant?) = isSent ? (now, nil) : (nil, now)
        try transaction.run(
            """
            UPDATE device_notification SET sent_at = \(sentAt), refused_at = \(refusedAt)
            WHERE device_id = \(device) AND sent_at IS NULL AND kind = \(kind)
              AND (message_id = \(message) OR kind = 'digest') AND due_at = (
                SELECT due_at FROM device_notification
                WHERE device_id = \(device) AND message_id = \(message) AND kind = \(kind))
            """)
    }
}

extension WorkKind {
    /// Telling devices of citizens; one lane a push service.
    public static let devices = WorkKind("device-notification")
}
