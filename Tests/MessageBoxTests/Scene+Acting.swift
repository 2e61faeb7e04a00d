import CivilTime
import Identity
import SQL
import Testing
import Work

@testable import MessageBox

extension Scene {
    @discardableResult
    func deliver(_ batch: Batch, by caller: Organisation? = nil) async throws -> Receipt {
        try await deliver(batch.xml, by: caller)
    }

    @discardableResult
    func deliver(_ xml: [UInt8], by caller: Organisation? = nil) async throws -> Receipt {
        try await Delivery.park(
            batch: pieces(of: xml), by: caller ?? waterschap, name: "client test", facilities: facilities,
            at: now)
    }

    @discardableResult
    func deliver(
        json: String, by caller: Organisation? = nil, idempotencyKey: String? = nil
    ) async throws -> Receipt {
        try await Delivery.park(
            message: Array(json.utf8), by: caller ?? waterschap, name: "client test",
            idempotencyKey: try idempotencyKey.map { try IdempotencyKey($0) }, facilities: facilities, at: now
        )
    }

    private func pieces(of bytes: [UInt8]) -> AsyncThrowingStream<[UInt8], any Error> {
        AsyncThrowingStream { stream in
            for start in stride(from: 0, to: bytes.count, by: 65_536) {
                stream.yield(Array(bytes[start..<min(start + 65_536, bytes.count)]))
            }
            stream.finish()
        }
    }

    /// Processes all that waits, as the workers do.
    func process() async throws {
        while let lane = try await lease(.processing) {
            try await ProcessingLane(facilities: facilities, now: clock.now).serve(lane)
            try await database.write { try lane.release(in: $0) }
        }
    }

    func lease(_ kind: WorkKind) async throws -> LeasedLane? {
        let now = now
        return try await database.write { transaction in
            try Work.lease(kind, limit: 100, seconds: 60, at: now, in: transaction)
        }
    }

    /// Delivers, processes, and gives the lines of the report as "code stage".
    func outcome(of batch: Batch, by caller: Organisation? = nil) async throws -> [String] {
        let receipt = try await deliver(batch, by: caller)
        try await process()
        return try await lines(of: receipt)
    }

    func lines(of receipt: Receipt) async throws -> [String] {
        try await report(of: receipt).document.lines.map { "\($0.code.rawValue) \($0.stage.rawValue)" }
    }

    func report(of receipt: Receipt) async throws -> Report {
        let report = try await database.read { transaction in
            try Delivery.find(receipt.id, in: transaction).flatMap { try Report.find($0, in: transaction) }
        }
        return try #require(report, "the delivery has no report yet")
    }
}

extension Scene {
    func person(_ digits: String) async throws -> Person {
        let keys = facilities.keys
        let bsn = try #require(BSN(digits))
        let person = try await database.read { try Person.find(bsn, keys: keys, in: $0) }
        return try #require(person)
    }

    func mailbox(_ digits: String) async throws -> Mailbox {
        Mailbox(of: try await person(digits).id, facilities: facilities)
    }

    /// The subjects in somebody's box now, newest first.
    func subjects(in digits: String) async throws -> [String] {
        try await mailbox(digits).list(olderThan: nil, limit: 200, at: now).headings.map(\.subject)
    }

    /// How many rows a table has: `count("SELECT COUNT(*) FROM message")`.
    func count(_ statement: Statement) async throws -> Int {
        try await database.read { try $0.value(statement, as: Int.self) ?? 0 }
    }
}

let verwerkt = "Verwerkt NA"
let bestaatAl = "BerichtBestaatAl StoreMessage"
