import CivilTime
import SQL

/// Writes one blob as rows, a transaction each, unless it is short enough for the act's own transaction.
final class RowSink: BlobSink {
    private let id: Identifier<Blob>
    private let database: any Database
    private let now: @Sendable () -> Instant
    private var written = 0

    init(_ id: Identifier<Blob>, database: any Database, now: @escaping @Sendable () -> Instant) {
        self.id = id
        self.database = database
        self.now = now
    }

    func write(_ sealed: [UInt8]) async throws {
        let (id, ordinal, begunAt) = (id, written, now())
        try await database.write { transaction in
            if ordinal == 0 { try BlobRows.begin(id, at: begunAt, in: transaction) }
            try BlobRows.insert(sealed, ordinal: ordinal, of: id, in: transaction)
        }
        written += 1
    }

    func finish(_ last: [UInt8]) async throws -> BlobPlace {
        if written == 0 { return .memory(last) }
        try await write(last)
        return .rows
    }

    func abandon() async {
        guard written > 0 else { return }
        let id = id
        do {
            try await database.write { transaction in try BlobRows.abandon(id, in: transaction) }
        } catch {
            // The rows keep their mark and go with the next removal of what is unused.
            return
        }
    }
}
