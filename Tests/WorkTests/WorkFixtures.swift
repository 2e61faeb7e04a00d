import CivilTime
import SQL
import TestKit
import Testing
import Work

let noon = Instant(seconds: 1_790_000_000)
let push = WorkKind("push", attemptLimit: 3)

extension Instant {
    static func + (moment: Instant, seconds: Int64) -> Instant { moment.advanced(bySeconds: seconds) }
}

extension Database {
    func enqueue(_ text: String, for destination: String, at moment: Instant = noon) async throws {
        try await write { transaction in
            try Work.enqueue(
                NewWorkItem(kind: push, destination: destination, payload: Array(text.utf8), dueAt: moment),
                in: transaction, at: moment)
        }
    }

    func lease(at moment: Instant, limit: Int = 10, seconds: Int64 = 60) async throws -> LeasedLane? {
        try await write { transaction in
            try Work.lease(push, limit: limit, seconds: seconds, at: moment, in: transaction)
        }
    }

    func act(_ act: @escaping @Sendable (any Transaction) throws -> Void) async throws {
        try await write(act)
    }
}

extension LeasedLane {
    var texts: [String] { items.map { String(decoding: $0.payload, as: UTF8.self) } }
}
