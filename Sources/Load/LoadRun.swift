import Dispatch
import Glibc

/// A row of requests without end. Three conformers: messages, batches and looks in boxes.
public protocol LoadRequests: Sendable {
    /// The next request, whole.
    mutating func next() -> [UInt8]
}

/// Sends requests over many connections for a while, from one thread and without waiting for any of them, so
/// that the server is what is measured.
public struct LoadRun: Sendable {
    let server: LoadServer
    let connections: Int
    let duration: Duration
    let perSecond: Double?

    /// - Parameter perSecond: requests begin at this rate, whatever the answers; nil: each connection sends
    ///   as soon as it has its answer.
    public init(server: LoadServer, connections: Int, seconds: Double, perSecond: Double?) {
        self.server = server
        self.connections = connections
        duration = .seconds(seconds)
        self.perSecond = perSecond
    }

    /// What came of it.
    public struct Outcome: Sendable {
        /// Answers by status.
        public internal(set) var answers: [Int: Int] = [:]
        public internal(set) var latencies = Latencies()
        public internal(set) var seconds = 0.0
        /// Requests due that no connection was free for before the end.
        public internal(set) var leftOut = 0
    }

    /// On a thread of its own: it does not give way.
    public func run(_ requests: some LoadRequests) async throws -> Outcome {
        let queue = DispatchQueue(label: "load")
        return try await withCheckedThrowingContinuation { done in
            queue.async { done.resume(with: Result { try send(requests) }) }
        }
    }

    /// How long answers may take after the last request.
    private static let patience = Duration.seconds(60)

    private func send(_ requests: some LoadRequests) throws -> Outcome {
        var requests = requests
        var all = try (0..<connections).map { _ in try LoadConnection(to: server) }
        defer { for connection in all { connection.end() } }
        var outcome = Outcome()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
        defer { buffer.deallocate() }
        let begin = ContinuousClock.now
        var begun = 0
        while true {
            let now = ContinuousClock.now
            let passed = now - begin
            if passed < duration {
                for index in all.indices where !all[index].isBusy {
                    guard let due = dueAt(begun, from: begin, by: now) else { break }
                    try all[index].begin(requests.next(), dueAt: due)
                    begun += 1
                }
            } else if !all.contains(where: \.isBusy) || passed > duration + Self.patience {
                break
            }
            try collect(&all, buffer, &outcome)
        }
        outcome.seconds = (ContinuousClock.now - begin) / .seconds(1)
        if let perSecond { outcome.leftOut = max(Int(perSecond * (duration / .seconds(1))) - begun, 0) }
        return outcome
    }

    /// When request `number` is due; nil when that is not yet.
    private func dueAt(
        _ number: Int, from begin: ContinuousClock.Instant, by now: ContinuousClock.Instant
    ) -> ContinuousClock.Instant? {
        guard let perSecond else { return now }
        let due = begin + .seconds(Double(number) / perSecond)
        return due <= now ? due : nil
    }

    private func collect(
        _ all: inout [LoadConnection], _ buffer: UnsafeMutableRawBufferPointer, _ outcome: inout Outcome
    ) throws {
        var waits = all.map { pollfd(fd: $0.file, events: $0.interest, revents: 0) }
        guard poll(&waits, nfds_t(waits.count), 1) > 0 else { return }
        for (index, wait) in waits.enumerated() where wait.revents != 0 {
            if wait.revents & Int16(POLLOUT) != 0 { try all[index].send() }
            guard wait.revents & Int16(POLLIN | POLLHUP | POLLERR) != 0,
                let status = try all[index].receive(buffer)
            else { continue }
            outcome.answers[status, default: 0] += 1
            let took = ContinuousClock.now - all[index].dueAt
            outcome.latencies.note(microseconds: Int(took / .microseconds(1)))
        }
    }
}
