public import CivilTime
public import Identity
public import SQL

/// What an organisation has tried in preproduction, and what it has not: the list to go through before going
/// live. It reads what happened; nobody ticks anything off.
public struct SelfCheck: Sendable {
    public struct Line: Sendable {
        public let step: Step
        /// Nil when it was not tried yet.
        public let lastAt: Instant?
    }

    /// A test citizen with when something was last sent to them, and asked about them.
    public struct CitizenLine: Sendable {
        public let citizen: TestCitizen
        public let deliveredAt: Instant?
        public let validatedAt: Instant?
    }

    public let lines: [Line]
    public let citizens: [CitizenLine]

    public var triedCount: Int { lines.count { $0.lastAt != nil } }
}

extension SelfCheck {
    public static func read(
        of organisation: Organisation.ID, _ rehearsal: Rehearsal, in transaction: any Transaction
    ) throws -> SelfCheck {
        let attempts = try Attempt.made(by: organisation, in: transaction)
        return SelfCheck(
            lines: try Step.all.map { step in
                let lastAt: Instant? =
                    switch step.proof {
                    case .answer(let attempt): attempts[attempt]
                    case .code(let code): try last(code, of: organisation, in: transaction)
                    case .resent: try lastResend(of: organisation, in: transaction)
                    case .attachment: try lastWithAttachment(of: organisation, in: transaction)
                    case .planned: try lastPlanned(of: organisation, in: transaction)
                    }
                return Line(step: step, lastAt: lastAt)
            },
            citizens: rehearsal.citizens.map { citizen in
                CitizenLine(
                    citizen: citizen, deliveredAt: attempts[Attempt(.delivery, to: citizen.behaviour)],
                    validatedAt: attempts[Attempt(.validation, to: citizen.behaviour)])
            })
    }

    private static func last(
        _ code: ProcessingCode, of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.value(
            """
            SELECT delivery.received_at
            FROM delivery
            JOIN report_line ON report_line.delivery_id = delivery.id
            WHERE delivery.organisation_id = \(organisation) AND report_line.code = \(code)
            ORDER BY delivery.received_at DESC
            LIMIT 1
            """)
    }

    private static func lastResend(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.value(
            """
            SELECT delivery_repeat.repeated_at
            FROM delivery
            JOIN delivery_repeat ON delivery_repeat.delivery_id = delivery.id
            WHERE delivery.organisation_id = \(organisation)
            ORDER BY delivery_repeat.repeated_at DESC
            LIMIT 1
            """)
    }

    private static func lastWithAttachment(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.value(
            """
            SELECT stored_at FROM message
            WHERE organisation_id = \(organisation) AND attachment_count > 0
            ORDER BY stored_at DESC
            LIMIT 1
            """)
    }

    private static func lastPlanned(
        of organisation: Organisation.ID, in transaction: any Transaction
    ) throws -> Instant? {
        try transaction.value(
            """
            SELECT stored_at FROM message
            WHERE organisation_id = \(organisation) AND published_at > stored_at
            ORDER BY stored_at DESC
            LIMIT 1
            """)
    }
}
