import AgreementFiles
import CivilTime
import Identity
import MessageBox
import PersonalData
import SQL
import ServiceLevels
import TestKit

/// Facts of the message box, put in its real tables as its acts leave them.
struct Facts {
    enum Row {}
    typealias ID = Identifier<Row>

    static let schema =
        IdentitySchema.migrations + MessageBoxSchema.migrations + ServiceLevelSchema.migrations
        + PublishedAgreement.migrations + PersonalDataSchema.migrations

    let transaction: any Transaction
    let organisation: ID
    let person: ID
    private var made: Int64 = 0
    private var generator = SeededGenerator(seed: 7)

    /// In a database without facts: one organisation, one person with a box.
    init(in transaction: any Transaction) throws {
        self.transaction = transaction
        organisation = ID.new(milliseconds: 1, using: &generator)
        person = ID.new(milliseconds: 2, using: &generator)
        let long = Instant(seconds: 1_000_000_000)
        try transaction.run(
            """
            INSERT INTO organisation (id, oin, name, created_at)
            VALUES (\(organisation), \("00000099000000001000"), \("Gemeente Voorbeeld"), \(long))
            """)
        try transaction.run(
            """
            INSERT INTO person (id, bsn_pseudonym, bsn_sealed, name_sealed, wrapped_key, created_at)
            VALUES (\(person), \([UInt8(1)]), \([UInt8(2)]), \([UInt8(4)]), \([UInt8(3)]), \(long))
            """)
        try transaction.run(
            """
            INSERT INTO box (person_id, state, opened_at, changed_at)
            VALUES (\(person), \("active"), \(long), \(long))
            """)
    }

    private mutating func id(at moment: Instant) -> ID {
        made += 1
        return ID.new(milliseconds: moment.microseconds / 1_000, using: &generator)
    }

    /// A batch that was received, and processed when a moment is given; its report has the given codes of
    /// rejection.
    @discardableResult
    mutating func delivery(
        of messages: Int, at receivedAt: Instant, processedAt: Instant? = nil, rejected codes: [String] = []
    ) throws -> ID {
        let id = id(at: receivedAt)
        try transaction.run(
            """
            INSERT INTO delivery
              (id, organisation_id, delivered_by, form, batch_key, batch_id, content_hash,
               message_count, made_at, received_at, handled_count, processed_at)
            VALUES
              (\(id), \(organisation), \(organisation), \("xml"), \(id.description), \(id.description),
               \(id.bytes), \(messages), \(receivedAt), \(receivedAt),
               \(processedAt == nil ? 0 : messages), \(processedAt))
            """)
        if let processedAt { try report(on: id, messages, at: processedAt, rejected: codes) }
        return id
    }

    private func report(on delivery: ID, _ messages: Int, at moment: Instant, rejected codes: [String]) throws
    {
        try transaction.run(
            """
            INSERT INTO report
              (delivery_id, organisation_id, number, accepted_count, rejected_count, offered_at)
            VALUES
              (\(delivery), \(organisation), \(made), \(messages - codes.count), \(codes.count), \(moment))
            """)
        for (index, code) in codes.enumerated() {
            try transaction.run(
                """
                INSERT INTO report_line
                  (delivery_id, position, message_id, type_code, code, stage, attachment_bytes)
                VALUES
                  (\(delivery), \(index + 1), \("m\(index)"), \("BRIEF"), \(code), \("StoreMessage"),
                   \(code == "BijlageTeGroot" ? 600_000 : 0))
                """)
        }
    }

    /// A message in the box of the person, under an id of the supplier; nil for one whose id another message
    /// holds.
    @discardableResult
    mutating func message(
        from delivery: ID, at storedAt: Instant, key: String?, attachments: Int = 0, bytes: Int = 0
    ) throws -> ID {
        let id = id(at: storedAt)
        try transaction.run(
            """
            INSERT INTO message
              (id, person_id, organisation_id, delivery_id, type_code, heading_sealed, body_sealed,
               attachment_count, attachment_bytes, published_at, stored_at)
            VALUES
              (\(id), \(person), \(organisation), \(delivery), \("BRIEF"), \([UInt8(1)]), \([UInt8(1)]),
               \(attachments), \(bytes), \(storedAt), \(storedAt))
            """)
        if let key {
            try transaction.run(
                """
                INSERT INTO message_key (organisation_id, key, message_id)
                VALUES (\(organisation), \(key), \(id))
                """)
        }
        return id
    }

    /// A notification of a message.
    mutating func notification(
        of message: ID, dueAt: Instant, firstAttemptAt: Instant? = nil, sentAt: Instant? = nil
    ) throws {
        try transaction.run(
            """
            INSERT INTO notification (message_id, channel, due_at, first_attempt_at, sent_at)
            VALUES (\(message), \("email"), \(dueAt), \(firstAttemptAt), \(sentAt))
            """)
    }

    /// A word about a message to a device of a push service.
    mutating func word(
        of message: ID, to service: String, dueAt: Instant, firstAttemptAt: Instant
    ) throws {
        try transaction.run(
            """
            INSERT INTO device_notification
              (device_id, message_id, kind, push_service, due_at, first_attempt_at)
            VALUES (\(id(at: dueAt)), \(message), \("arrival"), \(service), \(dueAt), \(firstAttemptAt))
            """)
    }
}

extension Facts {
    /// The push of a delivery's report; ended in vain when a moment is given for that.
    func push(
        of delivery: ID, offeredAt: Instant, attempts: [Instant], givenUpAt: Instant? = nil
    ) throws {
        try transaction.run(
            """
            INSERT INTO report_push
              (delivery_id, organisation_id, offered_at, attempt_count, first_attempt_at, last_attempt_at,
               state, ended_at)
            VALUES
              (\(delivery), \(organisation), \(offeredAt), \(attempts.count), \(attempts.first),
               \(attempts.last), \(givenUpAt == nil ? "delivered" : "undelivered"),
               \(givenUpAt ?? attempts.last))
            """)
    }

    /// A request of the subscription service, with the moments it has.
    mutating func request(
        _ kind: String, askedAt: Instant, startsAt: Instant, startedAt: Instant? = nil,
        finishedAt: Instant? = nil, hasFailed: Bool = false
    ) throws {
        let id = id(at: askedAt)
        let state =
            hasFailed ? "failed" : finishedAt != nil ? "finished" : startedAt != nil ? "running" : "waiting"
        let since = kind == "changes" ? askedAt : nil
        try transaction.run(
            """
            INSERT INTO subscription_request
              (id, organisation_id, asked_by, request_key, request_id, question_hash, kind, since, asked_at,
               night, starts_at, expected_at, state, started_at, finished_at)
            VALUES
              (\(id), \(organisation), \(organisation), \(id.description), \(id.description), \(id.bytes),
               \(kind), \(since), \(askedAt), \(startsAt.localDate.dayNumber), \(startsAt),
               \(startsAt.advanced(bySeconds: 14_400)), \(state), \(startedAt), \(finishedAt))
            """)
    }
}

/// The same sequence on every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }
}
