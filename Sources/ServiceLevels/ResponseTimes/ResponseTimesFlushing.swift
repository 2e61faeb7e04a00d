public import CivilTime
public import Logging
public import SQL
public import ServiceLifecycle

/// Brings the counted answers to the database every few seconds, and once more at an orderly stop.
///
/// Give it to the service group before the listeners: groups stop in reverse order, and so the last answers
/// are counted.
public struct ResponseTimesFlushing: Service {
    let responseTimes: ResponseTimes
    let database: any Database
    let logger: Logger
    let now: @Sendable () -> Instant
    let pause: @Sendable () async throws -> Void

    /// What a crash may lose of the measurement; short beside a month, long beside the cost of a write.
    public static let everySeconds: Int64 = 10

    /// - Parameter pause: waits until the next flush; throws when it is cancelled.
    public init(
        _ responseTimes: ResponseTimes, database: any Database, logger: Logger,
        now: @escaping @Sendable () -> Instant,
        pause: @escaping @Sendable () async throws -> Void = {
            try await Task.sleep(for: .seconds(Self.everySeconds))
        }
    ) {
        self.responseTimes = responseTimes
        self.database = database
        self.logger = logger
        self.now = now
        self.pause = pause
    }

    public func run() async throws {
        await cancelWhenGracefulShutdown {
            while await paused() { await flush() }
        }
        await flush()
    }

    private func paused() async -> Bool {
        do {
            try await pause()
            return true
        } catch {
            // Cancelled: the service stops.
            return false
        }
    }

    /// A failed flush keeps its counts for the next one.
    private func flush() async {
        do {
            try await responseTimes.flush(to: database, at: now())
        } catch {
            logger.warning(
                "the response times stay in memory until the next flush", metadata: ["error": "\(error)"])
        }
    }
}
