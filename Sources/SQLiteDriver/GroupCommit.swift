import Dispatch
import SQL
import Synchronization

/// Gathers the acts that wait and commits them together: one transaction, one sync, a savepoint for each act.
///
/// Nothing is delayed to make a group larger. While one group is being synced the next gathers, so groups
/// grow with the load by themselves and an act that comes alone is committed alone.
final class GroupCommit: Sendable {
    private let connections: Connections
    private let onFailedSync: @Sendable (String) -> Never
    private let queue = DispatchQueue(label: "sqlite.writer")
    private let state = Mutex(State())
    /// Counts on from one gathering to the next: under a light load each holds a single act.
    private let checkpoint = Mutex(Checkpoint())

    private struct State {
        var waiting: ArraySlice<QueuedAct> = []
        var isCollecting = false
        var isClosed = false
        var closers: [CheckedContinuation<Void, Never>] = []
    }

    /// Large enough that the sync no longer counts, small enough that the first act does not wait long for
    /// the last.
    static let groupLimit = 256
    /// Beyond this many waiting acts the answer is "later": at some thousands a second they would wait
    /// seconds.
    static let waitingLimit = 10_000

    init(connections: Connections, onFailedSync: @escaping @Sendable (String) -> Never) {
        self.connections = connections
        self.onFailedSync = onFailedSync
    }

    func submit(_ act: QueuedAct) {
        let refusal: SQLError? = state.withLock { state in
            if state.isClosed { return .unavailable("it is closed") }
            guard state.waiting.count < Self.waitingLimit else {
                return .unavailable("more than \(Self.waitingLimit) acts wait for it")
            }
            state.waiting.append(act)
            if !state.isCollecting {
                state.isCollecting = true
                queue.async { self.collect() }
            }
            return nil
        }
        if let refusal { act.refuse(refusal) }
    }

    /// Refuses new acts and returns when those that were taken are committed.
    func close() async {
        await withCheckedContinuation { continuation in
            let isIdle = state.withLock { state in
                state.isClosed = true
                if state.isCollecting { state.closers.append(continuation) }
                return !state.isCollecting
            }
            if isIdle { continuation.resume() }
        }
    }

    private func collect() {
        while let group = nextGroup() {
            commit(group)
            connections.write { writer in
                if let failure = checkpoint.withLock({ $0.runIfDue(writer) }) { onFailedSync(failure) }
            }
        }
    }

    private func nextGroup() -> [QueuedAct]? {
        let (group, closers) = state.withLock { state in
            let group = Array(state.waiting.prefix(Self.groupLimit))
            state.waiting.removeFirst(group.count)
            guard group.isEmpty else { return (group, [CheckedContinuation<Void, Never>]()) }
            state.isCollecting = false
            defer { state.closers = [] }
            return (group, state.closers)
        }
        for closer in closers { closer.resume() }
        return group.isEmpty ? nil : group
    }

    /// Commits a group and then answers its callers; where the schema refuses the group as a whole, one by
    /// one.
    private func commit(_ group: [QueuedAct]) {
        switch connections.write({ writer in GroupTransaction(writer).run(group) }) {
        case .committed(let ends):
            for end in ends { end.tell() }
        case .undone(let error):
            if case .constraint = error, group.count > 1 {
                // A deferred constraint speaks at the commit and does not say whose it is.
                for act in group { commit([act]) }
            } else {
                for act in group { act.refuse(error) }
            }
        case .unknown(let reason):
            onFailedSync(reason)
        }
    }
}
