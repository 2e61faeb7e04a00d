import CivilTime
import Crypto
import Foundation
import Identity
import MessageBox
import Outbound
import SQL
import Synchronization
import TestKit
import Testing
import Work

/// A receiver of reports on a real socket, that answers as it is told and remembers what it got.
final class Receiver: Sendable {
    private let asked = Mutex<[TinyServer.Asked]>([])
    private let answer: Mutex<TinyServer.Answer>
    private let (strokes, stroke) = AsyncStream.makeStream(of: Void.self)

    init(_ answer: TinyServer.Answer) { self.answer = Mutex(answer) }

    var got: [TinyServer.Asked] { asked.withLock { $0 } }
    /// The ids of what came, in order.
    var ids: [String] { got.map { $0.headers["peil-aflevering"] ?? "" } }

    func will(_ next: TinyServer.Answer) { answer.withLock { $0 = next } }

    /// Waits until so much came. For one waiter, once.
    func reached(_ count: Int) async {
        for await _ in strokes where got.count >= count { return }
    }

    func start() async throws -> TinyServer {
        try await TinyServer.start { [self] request in
            asked.withLock { $0.append(request) }
            stroke.yield()
            return answer.withLock { $0 }
        }
    }
}

func withReceiver(
    _ answer: TinyServer.Answer = .with(204), _ body: (Receiver, String) async throws -> Void
) async throws {
    let receiver = Receiver(answer)
    let server = try await receiver.start()
    do {
        try await body(receiver, server.url + "/ontvangst")
        try await server.stop()
    } catch {
        try await server.stop()
        throw error
    }
}

extension Scene {
    static let sixDaysSeconds: Int64 = 6 * 86_400

    func rules(_ reach: Reach = .loopback) throws -> PushRules {
        PushRules(
            reofferMicroseconds: Self.sixDaysSeconds * 1_000_000, reach: reach,
            provider: try #require(OIN("00000099000000009000")), publicURL: "https://peil.example")
    }

    @discardableResult
    func push(
        to url: String, as form: ReportAddress.Form = .cloudEvent, of organisation: Organisation? = nil
    ) async throws -> PushSecret {
        let request = ReportAddressRequest(url: try CallbackURL(url, within: .loopback), form: form)
        return try await ReportAddress.set(
            request, of: organisation ?? waterschap, name: "client test", facilities: facilities, at: now
        ).secret
    }

    /// Serves the lanes that are due until none is, as the worker does.
    func pushReports(within reach: Reach = .loopback) async throws {
        let pushing = ReportPushing(facilities: facilities, rules: try rules(reach), now: clock.now)
        while let lane = try await lease(.reportPush) {
            let now = now
            do {
                try await pushing.serve(lane)
                try await database.write { try lane.release(in: $0) }
            } catch {
                try await database.write { try lane.fail(in: $0, at: now, jitter: 1) }
            }
        }
    }

    func pushState(of receipt: Receipt) async throws -> ReportPush? {
        try await database.read { try Report.pushState(of: receipt.id, in: $0) }
    }

    /// Delivers one message and processes it: its report is offered.
    func offerReport(_ number: Int) async throws -> Receipt {
        let receipt = try await deliver(Batch(number, [Letter(number)]))
        try await process()
        return receipt
    }
}

/// The signature as a receiver checks it, by the description alone.
func isSigned(_ asked: TinyServer.Asked, with secret: PushSecret) throws -> Bool {
    let header = try #require(asked.headers["peil-handtekening"])
    let parts = Dictionary(
        uniqueKeysWithValues: header.split(separator: ",").map { part in
            let pair = part.split(separator: "=", maxSplits: 1)
            return (String(pair[0]), String(pair[1]))
        })
    let moment = try #require(parts["t"])
    let code = HMAC<SHA256>.authenticationCode(
        for: Data("\(moment).\(asked.body)".utf8), using: SymmetricKey(data: Data(secret.text.utf8)))
    return parts["v1"] == code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
