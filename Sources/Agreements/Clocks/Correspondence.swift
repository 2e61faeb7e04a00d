public import CivilTime

/// The messages on a case, from which the clock of a term to keep the customer informed follows.
public struct Correspondence: Hashable, Sendable {
    /// In any order.
    public let messages: [Message]
    /// When the case was first answered; nil before that.
    public let firstResponseAt: Instant?

    public init(messages: [Message], firstResponseAt: Instant?) {
        self.messages = messages
        self.firstResponseAt = firstResponseAt
    }

    public struct Message: Hashable, Sendable {
        public let at: Instant
        public let from: Sender

        public init(at: Instant, from: Sender) {
            self.at = at
            self.from = from
        }
    }

    public enum Sender: String, CaseIterable, Hashable, Sendable {
        case customer
        case agent
    }

    /// A stretch in which the customer waits for an answer.
    public struct Wait: Hashable, Sendable {
        /// That of the oldest message without an answer, not before the first response.
        public let since: Instant
        /// Nil while no answer has come.
        public let answeredAt: Instant?
    }

    /// The waits in order. A message of an agent ends one and never begins one; before the first response
    /// there are none: until then the term of the first response runs.
    public var waits: [Wait] {
        guard let firstResponseAt else { return [] }
        var waits: [Wait] = []
        var oldest: Instant?
        for message in messages.sorted(by: { $0.at < $1.at }) {
            switch message.from {
            case .customer: oldest = oldest ?? message.at
            case .agent:
                guard message.at >= firstResponseAt else { continue }
                if let since = oldest, message.at > firstResponseAt {
                    waits.append(Wait(since: max(since, firstResponseAt), answeredAt: message.at))
                }
                oldest = nil
            }
        }
        if let oldest { waits.append(Wait(since: max(oldest, firstResponseAt), answeredAt: nil)) }
        return waits
    }

    /// A clock for each wait; the last one runs when it is not answered.
    public func clocks(
        _ limit: SpanLimit, _ hours: WorkingHours, pauses: [Pause] = [], endedAt: Instant? = nil,
        warnings: [ClockWarning] = []
    ) -> [Clock] {
        waits.map { wait in
            Clock(
                limit: limit, hours: hours, start: wait.since, pauses: pauses,
                stops: wait.answeredAt.map { [TermRun.Stop(at: $0, reopenedAt: nil)] } ?? [],
                endedAt: endedAt, warnings: warnings)
        }
    }
}
