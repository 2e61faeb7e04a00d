import CivilTime
public import Logging
public import Outbound
import ServiceLevels
public import ServiceLifecycle

/// Watches the service from outside, as a process of its own: each whole minute it uses every function
/// through the public port, and hands in what it saw (DESIGN, decision 13; SNO-30).
///
/// What it saw is in its spool, on disk, before it is handed in; the server takes the same observation twice
/// without harm. A minute that could not be looked at is a gap, and the agreement says what a gap means.
public struct Probe: Service {
    let looking: Looking
    let handingIn: HandingIn
    let spool: ProbeSpool
    let clock: ProbeClock
    let logger: Logger

    /// - Parameters:
    ///   - server: scheme, host and port, without a slash at the end.
    ///   - folder: of the spool; one probe owns it.
    ///   - client: without a circuit breaker, as a probe must try; with ``ProbeCheck/limits``.
    public init(
        server: String, spoolFolder folder: String, checks: [ProbeCheck], client: OutboundClient,
        token: @escaping TokenSource, clock: ProbeClock, logger: Logger
    ) throws {
        let spool = try ProbeSpool(folder: folder)
        looking = Looking(checks: checks, clock: clock)
        handingIn = HandingIn(server: server, client: client, token: token, spool: spool, logger: logger)
        self.spool = spool
        self.clock = clock
        self.logger = logger
    }

    /// Runs until it is stopped. A minute that took too long passes over the next.
    public func run() async throws {
        try await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                let minute = clock.now().nextMinute
                do {
                    try await clock.sleep(minute)
                    try await watch(minute)
                } catch is CancellationError {
                    return
                }
            }
        }
    }

    /// One minute: look, keep, hand in.
    func watch(_ minute: Instant) async throws {
        let seen = try await looking.look(at: minute)
        for line in seen where !line.isUp {
            logger.warning(
                "a function is down",
                metadata: ["function": "\(line.function)", "seen": "\(line.seen ?? "")"])
        }
        do {
            try await spool.append(seen)
            try await handingIn.handIn()
        } catch let error as CancellationError {
            throw error
        } catch {
            // The disk of the probe says nothing of the service: it goes on looking.
            logger.error("the probe could not keep or hand in what it saw", metadata: ["error": "\(error)"])
        }
    }
}

extension Instant {
    /// The first whole minute after this moment.
    var nextMinute: Instant { Instant(seconds: (seconds / 60 + 1) * 60) }
}
