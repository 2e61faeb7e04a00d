import Synchronization

/// How many more workers may start.
final class Slots: Sendable {
    private let free: Mutex<Int>

    init(_ count: Int) {
        precondition(count > 0, "work needs a worker")
        free = Mutex(count)
    }

    func take() -> Bool {
        free.withLock { free in
            guard free > 0 else { return false }
            free -= 1
            return true
        }
    }

    func give() {
        free.withLock { $0 += 1 }
    }
}
