import Glibc
import Synchronization
import TestKit
import Testing

@testable import Blobs

@Suite struct SyncTests {
    @Test func `a payload is on disk when its writer has finished`() async throws {
        let syncs = Mutex(0)
        try await withSegments(sync: { file in
            syncs.withLock { $0 += 1 }
            return fdatasync(file)
        }) { open in
            let opened = try open(.max)
            for count in 1...5 {
                _ = try await opened.store.keep(payload(100))
                #expect(syncs.withLock { $0 } == count)
            }
        }
    }

    @Test func `those who wait together share a sync, and several payloads at once need one`() async throws {
        let gate = Gate()
        let syncs = Mutex(0)
        try await withSegments(sync: { file in
            syncs.withLock { $0 += 1 }
            gate.pass()
            return fdatasync(file)
        }) { open in
            let opened = try open(.max)
            let store = opened.store
            let contents = [payload(10), payload(20), payload(30)]
            async let first = store.store(contents, on: .parked)
            await gate.someoneWaits()
            // The first sync is held, so these all wait for the next.
            let tasks = (1...20).map { _ in Task { try await store.store([payload(10)], on: .parked) } }
            while opened.byteCount < 20 * 26 + 108 { await Task.yield() }
            for _ in 0..<1_000 { await Task.yield() }
            gate.open()
            _ = try await first
            for task in tasks { _ = try await task.value }
            #expect(syncs.withLock { $0 } <= 3)
        }
    }

    @Test func `a failed sync is reported before anyone hears of it, and stores nothing`() async throws {
        let reports = Mutex<[String]>([])
        try await withSegments(
            sync: { _ in EIO },
            onFailedSync: { report in
                reports.withLock { $0.append(report) }
            }
        ) { open in
            let opened = try open(.max)
            await #expect(throws: BlobError.self) { try await opened.store.keep(payload(100)) }
            #expect(reports.withLock { $0.count } == 1)
        }
    }
}

/// Holds a sync until the test lets it go on.
private final class Gate: Sendable {
    private let isOpen = Mutex(false)
    private let arrivals = Mutex(0)

    func pass() {
        arrivals.withLock { $0 += 1 }
        while !isOpen.withLock({ $0 }) { usleep(500) }
    }

    func open() { isOpen.withLock { $0 = true } }

    func someoneWaits() async {
        while arrivals.withLock({ $0 }) == 0 { await Task.yield() }
    }
}

extension OpenedSegments {
    fileprivate var byteCount: Int {
        files.reduce(0) { sum, name in
            var status = stat()
            return stat(path(name), &status) == 0 ? sum + Int(status.st_size) : sum
        }
    }
}
