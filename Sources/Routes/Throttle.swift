public import CivilTime
import Crypto
import HTTPTypes
import Hummingbird
import Synchronization

/// Slows down who tries to sign in again and again from one address: so many attempts in so many seconds,
/// then a pause. Addresses are kept as hashes, a bounded number of them, and in memory only.
public final class Throttle: Sendable {
    private let attemptLimit: Int
    private let windowSeconds: Int64
    private let windows = Mutex<[Key: Window]>([:])

    private struct Key: Hashable {
        let hash: [UInt8]
    }

    private struct Window {
        var attempts: Int
        let until: Instant
    }

    /// Beyond so many addresses at once those whose window is over make room; when there are none, all start
    /// anew: an attack from that many places is not held by counting them.
    private static let addressLimit = 20_000

    /// - Parameters:
    ///   - attemptLimit: a whole office may share one address on a Monday morning.
    ///   - windowSeconds: ten minutes, after which a person tries again anyway.
    public init(attemptLimit: Int = 300, windowSeconds: Int64 = 600) {
        precondition(attemptLimit > 0 && windowSeconds > 0, "some attempts in some time")
        self.attemptLimit = attemptLimit
        self.windowSeconds = windowSeconds
    }

    /// Counts an attempt; throws a problem with the time to wait when there were too many.
    public func note(_ address: String?, at now: Instant) throws(Problem) {
        let key = Key(hash: Array(SHA256.hash(data: Array((address ?? "").utf8)).prefix(16)))
        let waitSeconds: Int64? = windows.withLock { windows in
            if windows.count >= Self.addressLimit, windows[key] == nil {
                windows = windows.filter { $0.value.until > now }
                if windows.count >= Self.addressLimit { windows = [:] }
            }
            let fresh = Window(attempts: 0, until: now.advanced(bySeconds: windowSeconds))
            var window = windows[key].flatMap { $0.until > now ? $0 : nil } ?? fresh
            window.attempts += 1
            windows[key] = window
            return window.attempts > attemptLimit ? window.until.seconds - now.seconds + 1 : nil
        }
        if let waitSeconds { throw Problem(.busy, retryAfterSeconds: Int(waitSeconds)) }
    }
}

extension Visit {
    /// The address a request began at. A proxy that is listed says for whom it asks; of others the header is
    /// not believed.
    public func origin(behind proxies: Set<String>) -> String? {
        guard let address = context.remoteAddress, proxies.contains(address) else {
            return context.remoteAddress
        }
        let last = request.headers[.forwardedFor]?.split(separator: ",").last.map(String.init)
        return last?.trimmingPrefix(while: \.isWhitespace).description ?? address
    }
}
