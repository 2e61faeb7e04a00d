import Dispatch
import Glibc
import Synchronization

/// What to do about failing disks, and how to sync; a test puts a failing disk here.
struct SegmentFaults: Sendable {
    /// Called with the reason before anyone learns of the failure; the product ends the process.
    var onFailedSync: @Sendable (String) -> Void
    /// 0, or the error's code.
    var sync: @Sendable (Int32) -> Int32 = { file in fdatasync(file) == 0 ? 0 : errno }
}

/// Syncs one file for many: whoever comes while a sync runs waits for the next, which covers all that were
/// written by then.
final class GroupSync: Sendable {
    private struct State {
        var waiting: [CheckedContinuation<Void, any Error>] = []
        var isRunning = false
    }

    private let file: Int32
    private let path: String
    private let faults: SegmentFaults
    private let state = Mutex(State())
    private let queue: DispatchQueue

    init(file: Int32, path: String, faults: SegmentFaults) {
        self.file = file
        self.path = path
        self.faults = faults
        queue = DispatchQueue(label: "peil.blobs.sync.\(path)")
    }

    func wait() async throws {
        try await withCheckedThrowingContinuation { done in
            let isFirst = state.withLock { state in
                state.waiting.append(done)
                defer { state.isRunning = true }
                return !state.isRunning
            }
            if isFirst { queue.async { [self] in run() } }
        }
    }

    private func run() {
        while let group = nextGroup() {
            let code = faults.sync(file)
            if code == 0 {
                for done in group { done.resume() }
            } else {
                faults.onFailedSync("\(path): \(reason(code))")
                let failure = BlobError.notSynced(path: path, reason: reason(code))
                for done in group { done.resume(throwing: failure) }
            }
        }
    }

    private func nextGroup() -> [CheckedContinuation<Void, any Error>]? {
        state.withLock { state in
            let group = state.waiting
            state.waiting = []
            state.isRunning = !group.isEmpty
            return group.isEmpty ? nil : group
        }
    }
}
