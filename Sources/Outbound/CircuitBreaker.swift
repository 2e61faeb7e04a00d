public import CivilTime
import Synchronization

/// Keeps callers from a destination that keeps failing: it gets time to recover, and they get their answer at
/// once.
///
/// Closed, calls pass. After so many failures on end it opens, and calls are refused. After a pause one call
/// passes on trial; it closes the circuit when it succeeds and opens it again when it fails.
public final class CircuitBreaker: Sendable {
    private let failureLimit: Int
    private let pauseSeconds: Int64
    private let now: @Sendable () -> Instant
    private let circuits = Mutex<[Destination: Circuit]>([:])

    private enum Circuit {
        case closed(failures: Int)
        case open(until: Instant)
        case onTrial(until: Instant)
    }

    /// What became of a call that was let through.
    enum Outcome { case answered, failed, abandoned }

    /// Destinations are configured systems; of more than these the counts are not kept.
    private static let destinationLimit = 1_000

    /// - Parameters:
    ///   - failureLimit: one failure is an accident, five on end are a state.
    ///   - pauseSeconds: long beside a restart of a process, short beside the patience of who waits.
    public init(failureLimit: Int = 5, pauseSeconds: Int64 = 30, now: @escaping @Sendable () -> Instant) {
        precondition(failureLimit > 0 && pauseSeconds > 0, "a circuit opens after failures, for some time")
        self.failureLimit = failureLimit
        self.pauseSeconds = pauseSeconds
        self.now = now
    }

    /// Lets a call through, or throws ``OutboundError/leftAlone(until:)``. The caller notes what becomes of
    /// it.
    func admit(_ destination: Destination) throws(OutboundError) {
        let now = now()
        let refusedUntil: Instant? = circuits.withLock { circuits in
            switch circuits[destination] {
            case nil, .closed: return nil
            case .open(let until), .onTrial(let until):
                if now < until { return until }
                // Who comes while the trial runs is refused; a trial that never ends gives way after another
                // pause.
                circuits[destination] = .onTrial(until: now.advanced(bySeconds: pauseSeconds))
                return nil
            }
        }
        if let refusedUntil { throw .leftAlone(until: refusedUntil) }
    }

    func note(_ outcome: Outcome, _ destination: Destination) {
        let until = now().advanced(bySeconds: pauseSeconds)
        circuits.withLock { circuits in
            switch (outcome, circuits[destination]) {
            case (.answered, _): circuits[destination] = nil
            case (.abandoned, .onTrial): circuits[destination] = .open(until: now())
            case (.abandoned, _): break
            case (.failed, .open), (.failed, .onTrial): circuits[destination] = .open(until: until)
            case (.failed, .closed(let failures)):
                let isOver = failures + 1 >= failureLimit
                circuits[destination] = isOver ? .open(until: until) : .closed(failures: failures + 1)
            case (.failed, nil):
                guard circuits.count < Self.destinationLimit else { break }
                circuits[destination] = failureLimit == 1 ? .open(until: until) : .closed(failures: 1)
            }
        }
    }
}
