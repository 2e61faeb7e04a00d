import CivilTime
import Synchronization

/// The clock of the worked example: it stands still until it is set.
final class DemoClock: Sendable {
    private let moment: Mutex<Instant>

    init(_ start: Instant) {
        moment = Mutex(start)
    }

    func set(_ instant: Instant) {
        moment.withLock { $0 = max($0, instant) }
    }

    var now: @Sendable () -> Instant {
        { [self] in moment.withLock { $0 } }
    }
}
