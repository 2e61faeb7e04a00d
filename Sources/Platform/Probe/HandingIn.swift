// FoundationEssentials for its JSON encoder.
import FoundationEssentials
import Logging
import Outbound
import ServiceLevels

/// Brings what waits in the spool to the server, the oldest first.
struct HandingIn: Sendable {
    let server: String
    let client: OutboundClient
    let token: TokenSource
    let spool: ProbeSpool
    let logger: Logger

    /// At most so many parts a minute, so that a long outage is caught up in minutes and no minute is missed
    /// for it.
    static let partLimit = 20

    /// Hands in until the spool is empty or the server does not take it; what is left waits for the next
    /// minute.
    func handIn() async throws {
        var waiting = try await spool.waiting()[...]
        for _ in 0..<Self.partLimit {
            let part = Array(waiting.prefix(ProbeObservation.batchLimit))
            guard !part.isEmpty else { return }
            switch try await answer(to: part) {
            case .taken: break
            case .refused(let status):
                // The same part would be refused for ever, and all behind it would wait with it.
                logger.error(
                    "the server refuses observations; they are dropped", metadata: ["status": "\(status)"])
            case .notNow(let reason):
                logger.warning("observations wait in the spool", metadata: ["reason": "\(reason)"])
                return
            }
            waiting = waiting.dropFirst(part.count)
            try await spool.keep(waiting)
        }
    }

    private enum Answer {
        case taken
        case refused(Int)
        case notNow(String)
    }

    private func answer(to part: [ProbeHandIn.Line]) async throws -> Answer {
        let body = Array(try JSONEncoder().encode(ProbeHandIn(observations: part)))
        do {
            let answer = try await client.post(
                server + "/api/v1/metingen",
                headers: [
                    OutboundHeader("Authorization", "Bearer \(try await token())"),
                    OutboundHeader("Content-Type", "application/json"),
                ], body: body)
            switch answer.status {
            case 200..<300: return .taken
            case 400, 413, 422: return .refused(answer.status)
            default: return .notNow("status \(answer.status)")
            }
        } catch {
            return .notNow("\(error)")
        }
    }
}
