import Agreements
public import CivilTime
import SQL
import Synchronization

/// Counts the answers of this server by function and minute, in memory; ``flush(to:at:)`` brings them to the
/// database.
///
/// Noting an answer costs a lock and an addition, so it can stand on every request. What a crash loses is
/// what was counted since the last flush, at most ``ResponseTimesFlushing/everySeconds`` seconds of it; an
/// orderly stop loses nothing.
public final class ResponseTimes: Sendable {
    /// One run of one server; rows of several add up.
    let source: Identifier<ResponseTimes>
    private let state: Mutex<Counted>

    /// Names beyond these are counted together: routes have names of their own, so more would be a defect.
    static let functionLimit = 32
    static let otherFunction = "other"

    public init(startedAt now: Instant) {
        source = .new(milliseconds: now.microseconds / 1_000)
        state = Mutex(Counted(since: now.startOfMinute))
    }

    /// Notes one answer.
    ///
    /// A server error is no answer to the request: it is counted as one that took longer than any limit,
    /// whatever it took. A refusal for lack of capacity (429, 503) is counted by the second; a 429 has no
    /// place among the times.
    public func note(_ function: String, microseconds: Int64, status: Int, at now: Instant) {
        state.withLock { counted in
            if status == 429 || status == 503 { counted.refuse(function, at: now) }
            guard status != 429 else { return }
            counted.record(
                function, microseconds: status >= 500 ? Int.max : Int(max(0, microseconds)), at: now)
        }
    }

    /// What is not in the database yet, with the whole counts of each minute and second it touches.
    func unflushed() -> Counted.Changes {
        state.withLock { $0.changes() }
    }

    /// Takes what was written out of the list of changes, and forgets the minutes that nothing can come to
    /// any more.
    func settle(_ changes: Counted.Changes, at now: Instant) {
        state.withLock { $0.settle(changes, at: now) }
    }
}

extension Instant {
    var startOfMinute: Instant {
        let second = seconds
        return Instant(seconds: second - ((second % 60) + 60) % 60)
    }

    var startOfSecond: Instant { Instant(seconds: seconds) }
}
