import Dispatch
import Synchronization

/// Runs blocking calls on threads of its own, a few at once, while their callers wait in line without
/// blocking one.
///
/// Used by the drivers: a wait for a disk or a socket on the cooperative pool would stop every other task.
/// The line is bounded in length and in time, so that a slow database is answered with "not now" and not with
/// memory.
public final class BlockingLine: Sendable {
    private let queue: DispatchQueue
    private let width: Int
    private let waitingLimit: Int
    private let patienceMilliseconds: Int
    private let state = Mutex(State())

    private struct Job: Sendable {
        let deadline: DispatchTime
        let run: @Sendable () -> Void
        let refuse: @Sendable (SQLError) -> Void
    }

    private struct State {
        var waiting: ArraySlice<Job> = []
        var running = 0
        var isSwept = false
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// A line for `width` calls at once, in which at most `waitingLimit` callers wait at most
    /// `patienceMilliseconds`.
    public init(label: String, width: Int, waitingLimit: Int, patienceMilliseconds: Int) {
        precondition(width > 0, "a line serves at least one call at a time")
        self.queue = DispatchQueue(label: label, attributes: .concurrent)
        self.width = width
        self.waitingLimit = waitingLimit
        self.patienceMilliseconds = patienceMilliseconds
    }

    /// Runs a blocking call and gives its outcome; `SQLError.unavailable` when the line is too long, too slow
    /// or closed.
    public func run<Outcome: Sendable>(
        _ call: @escaping @Sendable () throws -> Outcome
    ) async throws -> Outcome {
        try await withCheckedThrowingContinuation { continuation in
            let deadline = DispatchTime.now() + .milliseconds(patienceMilliseconds)
            join(
                Job(
                    deadline: deadline,
                    run: { continuation.resume(with: Result { try call() }) },
                    refuse: { error in continuation.resume(throwing: error) }))
        }
    }

    /// Refuses new calls and returns when those that were taken have ended.
    public func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.running > 0 { state.closers.append(continuation) }
                return state.running == 0
            }
            if isIdle { continuation.resume() }
        }
    }

    private enum Place { case served, waits(sweepNeeded: Bool), refused(SQLError) }

    private func join(_ job: Job) {
        let place: Place = state.withLock { state in
            if state.isClosed { return .refused(.unavailable("it is closed")) }
            if state.running < width {
                state.running += 1
                return .served
            }
            guard state.waiting.count < waitingLimit else {
                return .refused(.unavailable("more than \(waitingLimit) callers wait for it"))
            }
            state.waiting.append(job)
            defer { state.isSwept = true }
            return .waits(sweepNeeded: !state.isSwept)
        }
        switch place {
        case .served: queue.async { self.serve(from: job) }
        case .waits(let sweepNeeded): if sweepNeeded { sweepLater() }
        case .refused(let error): job.refuse(error)
        }
    }

    /// Runs one job and then those that wait, as long as there are any: a thread is woken once for a busy
    /// spell.
    private func serve(from first: Job) {
        var next: Job? = first
        while let job = next {
            job.run()
            next = state.withLock { state in
                if let waiting = state.waiting.popFirst() { return waiting }
                state.running -= 1
                return nil
            }
        }
        let closers = state.withLock { state in
            guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.closers = [] }
            return state.closers
        }
        for closer in closers { closer.resume() }
    }

    /// Half a second: short beside every patience, and nothing beside the work of a busy line.
    private static let sweepMilliseconds = 500

    private func sweepLater() {
        queue.asyncAfter(deadline: .now() + .milliseconds(Self.sweepMilliseconds)) { self.sweep() }
    }

    /// Refuses those who have waited too long; they stand in front, as all have the same patience.
    private func sweep() {
        let now = DispatchTime.now()
        let (late, isSweptAgain) = state.withLock { state in
            let late = state.waiting.prefix { $0.deadline <= now }
            state.waiting.removeFirst(late.count)
            state.isSwept = !state.waiting.isEmpty
            return (late, state.isSwept)
        }
        for job in late {
            job.refuse(.unavailable("it had no time within \(patienceMilliseconds) ms"))
        }
        if isSweptAgain { sweepLater() }
    }
}
