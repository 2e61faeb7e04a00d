public import CivilTime
import Outbound
public import SQL
import Work

/// What came of one word to a device.
enum DeviceOutcome: Sendable, Equatable {
    /// There was nobody to tell any more.
    case nobody
    case sent
    /// The push service knows the device no more (404, 410).
    case gone
    /// It asks for a pause (429).
    case pause(seconds: Int64)
    /// It has a fault of its own, or does not take our key; that may pass.
    case later(reason: String)
    /// It will never take this one.
    case refused(reason: String)
    /// It gave no answer.
    case away(reason: String)

    /// A pause is an hour at most, whatever is asked, and a minute where nothing is said.
    private static let longestPauseSeconds: Int64 = 3_600
    private static let usualPauseSeconds: Int64 = 60

    init(_ answer: OutboundAnswer) {
        switch answer.status {
        case 200..<300: self = .sent
        case 404, 410: self = .gone
        case 429:
            let asked = answer.values(of: "Retry-After").first.flatMap { Int64($0) }
            let seconds = max(1, min(asked ?? Self.usualPauseSeconds, Self.longestPauseSeconds))
            self = .pause(seconds: seconds)
        case 401, 403, 500...: self = .later(reason: "the push service answered \(answer.status)")
        default: self = .refused(reason: "the push service answered \(answer.status)")
        }
    }

    var isAnswer: Bool {
        switch self {
        case .nobody, .away: false
        default: true
        }
    }
}

extension DeviceTelling {
    /// Writes down what came of each; gives the longest pause that was asked for, in seconds.
    func note(
        _ outcomes: [DeviceOutcome], of items: [WorkItem], in lane: LeasedLane
    ) async throws -> Int64? {
        let now = now()
        try await facilities.database.write { transaction in
            for (item, outcome) in zip(items, outcomes) {
                try note(outcome, item, of: lane, in: transaction, at: now)
            }
        }
        return outcomes.compactMap { if case .pause(let seconds) = $0 { seconds } else { nil } }.max()
    }

    private func note(
        _ outcome: DeviceOutcome, _ item: WorkItem, of lane: LeasedLane, in transaction: any Transaction,
        at now: Instant
    ) throws {
        let errand = DeviceErrand(payload: item.payload)
        switch outcome {
        case .sent:
            try errand?.settle(isSent: true, in: transaction, at: now)
            try lane.complete(item, in: transaction)
        case .gone, .nobody:
            if outcome == .gone, let errand {
                try Device.noteGone(errand.device, in: transaction, at: now)
            }
            try errand?.settle(isSent: false, in: transaction, at: now)
            try lane.complete(item, in: transaction)
        case .pause(let seconds):
            // To be busy is no failure: the word comes again until it helps nobody any more.
            try lane.postpone(item, to: now.advanced(bySeconds: seconds), in: transaction)
        case .later(let reason), .away(let reason):
            let wait = lane.kind.backOff.microseconds(
                afterFailures: item.failures + 1, jitter: Double.random(in: 0...1))
            let retried = try lane.retry(
                item, at: now.advanced(byMicroseconds: wait), reason: reason, in: transaction)
            if retried == .dead { try errand?.settle(isSent: false, in: transaction, at: now) }
        case .refused(let reason):
            try errand?.settle(isSent: false, in: transaction, at: now)
            try lane.bury(item, reason: reason, in: transaction)
        }
    }
}

extension Device {
    /// The push service knows it no more. It stays in its owner's list, without its address, so that the
    /// owner can see what happened.
    public static func noteGone(_ id: ID, in transaction: any Transaction, at now: Instant) throws {
        try transaction.run(
            """
            UPDATE device SET gone_at = \(now), address_sealed = NULL, keys_sealed = NULL
            WHERE id = \(id) AND gone_at IS NULL
            """)
    }
}
