import CivilTime
import ServiceLevels

/// Looks at every function once for a minute.
struct Looking: Sendable {
    let checks: [ProbeCheck]
    let clock: ProbeClock

    /// Long enough for a lost packet or a server that is being replaced to pass.
    static let pauseSeconds: Int64 = 5

    /// All functions beside each other, so that a slow one takes no time from another.
    func look(at minute: Instant) async throws -> [ProbeHandIn.Line] {
        try await withThrowingTaskGroup(of: ProbeHandIn.Line.self) { group in
            for check in checks {
                group.addTask { try await look(with: check, at: minute) }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.function < $1.function }
        }
    }

    /// A function is down in a minute when it fails twice in it. A single failure can lie on the way there,
    /// and a person who meets one tries again; one minute is also the least that is counted, and a hiccup is
    /// no minute.
    private func look(with check: ProbeCheck, at minute: Instant) async throws -> ProbeHandIn.Line {
        let start = clock.now()
        var seen = await check.look()
        if seen != nil {
            try await clock.sleep(clock.now().advanced(bySeconds: Self.pauseSeconds))
            seen = await check.look()
        }
        try Task.checkCancellation()
        return ProbeHandIn.Line(
            function: check.function, minute: minute, isUp: seen == nil, seen: seen,
            durationMicroseconds: max(0, clock.now().microseconds(since: start)))
    }
}
