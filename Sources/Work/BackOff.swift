/// How long to wait after a number of failures in a row: doubling, up to a longest, and spread so that lanes
/// that failed together do not return together.
public struct BackOff: Hashable, Sendable {
    public let firstSeconds: Int64
    public let longestSeconds: Int64

    /// A short outage costs seconds; a receiver that is down for days is asked once an hour.
    public static let standard = BackOff(firstSeconds: 5, longestSeconds: 3_600)

    public init(firstSeconds: Int64, longestSeconds: Int64) {
        precondition(0 < firstSeconds && firstSeconds <= longestSeconds, "waiting grows")
        self.firstSeconds = firstSeconds
        self.longestSeconds = longestSeconds
    }

    /// Between half the full wait (jitter 0) and all of it (jitter 1), in microseconds.
    public func microseconds(afterFailures failures: Int, jitter: Double) -> Int64 {
        precondition(
            failures > 0 && (0...1).contains(jitter), "a wait follows a failure; jitter is a fraction")
        // 2^40 times a second is beyond any longest wait.
        let doublings = min(failures - 1, 40)
        let full = min(firstSeconds << doublings, longestSeconds) * 1_000_000
        return full / 2 + Int64(Double(full / 2) * jitter)
    }
}
