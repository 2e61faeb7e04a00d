public import CivilTime

/// The time by which a probe runs, so that tests run it without waiting.
public struct ProbeClock: Sendable {
    public let now: @Sendable () -> Instant
    /// Returns at a moment or later; throws when it is cancelled.
    public let sleep: @Sendable (_ until: Instant) async throws -> Void

    public init(
        now: @escaping @Sendable () -> Instant,
        sleep: @escaping @Sendable (_ until: Instant) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// The clock of the machine.
    ///
    /// - Parameter now: the current moment.
    public static func system(now: @escaping @Sendable () -> Instant) -> ProbeClock {
        ProbeClock(now: now) { until in
            let microseconds = until.microseconds(since: now())
            if microseconds > 0 { try await Task.sleep(for: .microseconds(microseconds)) }
        }
    }
}
