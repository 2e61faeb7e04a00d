import CivilTime
import SQL
import Synchronization

/// Writes down what was seen of the sources, no oftener than says something new: a source that answers a
/// thousand questions a minute is written down twice.
final class SourceWatch: Sendable {
    private struct Seen {
        let isUp: Bool
        let at: Instant
    }

    private let seen = Mutex<[String: Seen]>([:])
    /// Half of how long a look holds, so that looks on end leave no gap.
    private static let everySeconds = SourceStretch.holdSeconds / 2

    func note(
        _ answer: SourceAnswer, of source: Source, in database: any Database, at now: Instant
    ) async throws {
        guard let isUp = answer.isUp, isNews(isUp, of: source.key, at: now) else { return }
        var reason: SourceAnswer.Reason?
        if case .unavailable(let told) = answer { reason = told }
        let told = reason
        try await database.write { transaction in
            try SourceStretch.note(isUp: isUp, reason: told, of: source.key, in: transaction, at: now)
        }
    }

    private func isNews(_ isUp: Bool, of key: String, at now: Instant) -> Bool {
        seen.withLock { seen in
            if let last = seen[key], last.isUp == isUp,
                now < last.at.advanced(bySeconds: Self.everySeconds)
            {
                return false
            }
            seen[key] = Seen(isUp: isUp, at: now)
            return true
        }
    }
}
