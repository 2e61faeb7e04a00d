import Crypto
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization
import WebPush

/// A push service on this machine: it notes what it gets, answers as it is told, and looks into nothing.
final class PushSink: Sendable {
    struct Request: Sendable {
        let path: String
        let headers: [String: String]
        let body: [UInt8]
    }

    struct Answer: Sendable {
        var status = 201
        var headers: [String: String] = [:]
        /// Holds the request and never answers.
        var hangs = false
    }

    private let channel: any Channel
    private let log: Log
    let origin: String

    static func start(
        _ answer: @escaping @Sendable (Request) -> Answer = { _ in Answer() }
    ) async throws
        -> PushSink
    {
        let log = Log()
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Answering(log, answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return PushSink(channel, log)
    }

    private init(_ channel: any Channel, _ log: Log) {
        self.channel = channel
        self.log = log
        origin = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"
    }

    /// In the order of their arrival.
    var received: [Request] { log.requests.withLock { $0 } }

    func stop() async throws { try await channel.close() }
}

private final class Log: Sendable {
    let requests = Mutex<[PushSink.Request]>([])
}

private final class Answering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let log: Log
    private let answer: @Sendable (PushSink.Request) -> PushSink.Answer
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(_ log: Log, _ answer: @escaping @Sendable (PushSink.Request) -> PushSink.Answer) {
        self.log = log
        self.answer = answer
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = []
        case .body(let bytes): body.append(contentsOf: bytes.readableBytesView)
        case .end: respond(context)
        }
    }

    private func respond(_ context: ChannelHandlerContext) {
        guard let head else { return }
        let headers = Dictionary(
            head.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
        let request = PushSink.Request(path: head.uri, headers: headers, body: body)
        log.requests.withLock { $0.append(request) }
        let answer = answer(request)
        guard !answer.hangs else { return }
        var fields = HTTPHeaders(answer.headers.map { ($0.key, $0.value) })
        fields.add(name: "Content-Length", value: "0")
        let status = HTTPResponseStatus(statusCode: answer.status)
        context.write(
            wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: fields))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

/// A browser of the tests: its keys, and the reading of what it gets (RFC 8291, by hand).
struct Browser: Sendable {
    let name: String
    private let key = P256.KeyAgreement.PrivateKey()
    private let secret = (0..<16).map { _ in UInt8.random(in: 0...255) }

    init(_ name: String) {
        self.name = name
    }

    var p256dh: String { Base64URL.text(of: key.publicKey.x963Representation) }
    var auth: String { Base64URL.text(of: secret) }

    /// The fields of the word that a body holds for this browser.
    func read(_ body: [UInt8]) throws -> [String: String] {
        let sender = Array(body[21..<(21 + Int(body[20]))])
        let shared = try key.sharedSecretFromKeyAgreement(with: .init(x963Representation: sender))
        let material = shared.hkdfDerivedSymmetricKey(
            using: SHA256.self, salt: secret,
            sharedInfo: Array("WebPush: info\0".utf8) + Array(key.publicKey.x963Representation) + sender,
            outputByteCount: 32)
        func derived(_ purpose: String, _ count: Int) -> SymmetricKey {
            HKDF<SHA256>.deriveKey(
                inputKeyMaterial: material, salt: Array(body[..<16]), info: Array(purpose.utf8),
                outputByteCount: count)
        }
        let nonce = derived("Content-Encoding: nonce\0", 12).withUnsafeBytes { Array($0) }
        let box = try AES.GCM.SealedBox(combined: nonce + body[(21 + sender.count)...])
        var plain = Array(
            try AES.GCM.open(box, using: derived("Content-Encoding: aes128gcm\0", 16)))
        while plain.last == 0 { plain.removeLast() }
        return try JSONDecoder().decode([String: String].self, from: Data(plain.dropLast()))
    }
}
