public import CivilTime
public import Logging
public import SQL
public import ServiceLifecycle

/// Serves one kind of work with a number of workers until graceful shutdown, then ends what it is doing.
///
/// The closure completes the items in transactions of its own. When it returns, the lane is released; when it
/// throws, the destination failed and the lane backs off. While it runs, its lease is extended; when the
/// lease is lost, it is cancelled.
public struct LaneRunner: Service {
    private let kind: WorkKind
    private let itemsPerLease: Int
    private let leaseSeconds: Int64
    private let pollMilliseconds: Int64
    private let database: any Database
    private let bell: WorkBell
    private let now: @Sendable () -> Instant
    private let logger: Logger
    private let work: @Sendable (LeasedLane) async throws -> Void
    private let metrics: WorkMetrics
    private let slots: Slots

    /// - Parameters:
    ///   - workers: lanes served at once.
    ///   - itemsPerLease: enough to make a connection worth while, few enough to finish soon.
    ///   - leaseSeconds: after so long without a sign of life another server takes the lane over.
    ///   - pollMilliseconds: finds what became due and what other servers enqueued.
    public init(
        _ kind: WorkKind, workers: Int = 4, itemsPerLease: Int = 100, leaseSeconds: Int64 = 60,
        pollMilliseconds: Int64 = 1_000, database: any Database, bell: WorkBell,
        now: @escaping @Sendable () -> Instant, logger: Logger,
        serve work: @escaping @Sendable (LeasedLane) async throws -> Void
    ) {
        self.kind = kind
        self.itemsPerLease = itemsPerLease
        self.leaseSeconds = leaseSeconds
        self.pollMilliseconds = pollMilliseconds
        self.database = database
        self.bell = bell
        self.now = now
        self.logger = logger
        self.work = work
        metrics = WorkMetrics(kind)
        slots = Slots(workers)
    }

    public func run() async throws {
        let strokes = bell.strokes(of: kind)
        bell.ring(kind)
        await withDiscardingTaskGroup { group in
            group.addTask { await poll() }
            for await _ in strokes.cancelOnGracefulShutdown() {
                await startLanes(in: &group)
            }
        }
    }

    /// Rings until graceful shutdown or cancellation.
    private func poll() async {
        await cancelWhenGracefulShutdown {
            while await slept(milliseconds: pollMilliseconds) { bell.ring(kind) }
        }
    }

    private func startLanes(in group: inout DiscardingTaskGroup) async {
        while slots.take() {
            guard let lane = await leaseNext() else { return slots.give() }
            metrics.leased(lane, at: now())
            group.addTask {
                await serve(lane)
                slots.give()
                // The lane may have more, and another one a worker now.
                bell.ring(kind)
            }
        }
    }

    /// A database that is away is asked again at the next stroke.
    private func leaseNext() async -> LeasedLane? {
        let (kind, limit, seconds, now) = (kind, itemsPerLease, leaseSeconds, now)
        do {
            for _ in 0..<admissionRounds {
                let count = try await database.write { transaction in try Work.admit(kind, in: transaction) }
                if count < Work.admissionLimit { break }
            }
            return try await database.write { transaction in
                try Work.lease(kind, limit: limit, seconds: seconds, at: now(), in: transaction)
            }
        } catch {
            logger.warning(
                "work cannot be leased now", metadata: ["kind": "\(kind.name)", "error": "\(error)"])
            return nil
        }
    }
}

/// A flood for one destination is admitted this much at a time before the next lane gets its turn.
private let admissionRounds = 10

extension LaneRunner {
    private func serve(_ lane: LeasedLane) async {
        do {
            try await withThrowingTaskGroup { group in
                group.addTask { try await work(lane) }
                group.addTask { try await keep(lane) }
                // Work ends first, or throws; keeping throws when the lease is lost.
                try await group.next()
                group.cancelAll()
            }
            try await settle { transaction in
                // Work may have released its lane itself, to say when it wants the next turn.
                guard try lane.failuresWhileHeld(in: transaction) != nil else { return }
                try lane.release(in: transaction)
            }
        } catch WorkError.leaseLost {
            metrics.leaseLost()
        } catch {
            await giveUp(lane, because: error)
        }
    }

    /// Extends the lease three times within its length.
    private func keep(_ lane: LeasedLane) async throws {
        let (seconds, now) = (leaseSeconds, now)
        while await slept(milliseconds: seconds * 1_000 / 3) {
            try await database.write { transaction in
                try lane.extend(seconds: seconds, in: transaction, at: now())
            }
        }
    }

    /// Cancelled work gives the lane back at once; failed work makes it wait.
    private func giveUp(_ lane: LeasedLane, because error: any Error) async {
        let (isCancelled, now, jitter) = (error is CancellationError, now(), Double.random(in: 0...1))
        do {
            try await settle { transaction in
                if isCancelled {
                    try lane.release(in: transaction, nextAt: now)
                } else {
                    try lane.fail(in: transaction, at: now, jitter: jitter)
                }
            }
        } catch {
            logger.notice(
                "a lane waits for the end of its lease",
                metadata: ["kind": "\(kind.name)", "error": "\(error)"])
        }
        guard !isCancelled else { return }
        metrics.laneFailed()
        logger.warning(
            "a destination failed",
            metadata: [
                "kind": "\(kind.name)", "destination": "\(lane.destination)", "error": "\(type(of: error))",
            ])
    }

    /// In a task of its own: the end of a lease is also written when this one was cancelled.
    private func settle(_ act: @escaping @Sendable (any Transaction) throws -> Void) async throws {
        let database = database
        try await Task { try await database.write(act) }.value
    }

    /// False when the sleep was cancelled.
    private func slept(milliseconds: Int64) async -> Bool {
        do {
            try await Task.sleep(for: .milliseconds(milliseconds))
            return true
        } catch {
            return false
        }
    }
}
