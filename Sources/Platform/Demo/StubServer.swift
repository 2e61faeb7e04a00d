import NIOCore
import NIOHTTP1
import NIOPosix
import PersonalData
import Synchronization

/// Plays the sources of personal data where nothing is real: a small server on this machine, started when it
/// is first asked.
actor StubServer {
    private var channel: (any Channel)?

    /// The address of the stub of a kind of source.
    func address(of kind: Source.Kind) async throws -> String {
        if channel == nil { channel = try await Self.listen() }
        let port = channel?.localAddress?.port ?? 0
        return "http://127.0.0.1:\(port)/\(kind.rawValue)"
    }

    func stop() async throws {
        try await channel?.close()
        channel = nil
    }

    private static func listen() async throws -> any Channel {
        try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(StubAnswering())
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
    }
}

/// Answers one connection, a question after another.
private final class StubAnswering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    /// A question is a number and a few names.
    private static let bodyLimit = 16_384

    private var path = ""
    private var body: [UInt8] = []

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            path = head.uri
            body = []
        case .body(let bytes):
            if body.count + bytes.readableBytes <= Self.bodyLimit {
                body.append(contentsOf: bytes.readableBytesView)
            }
        case .end: answer(context)
        }
    }

    private func answer(_ context: ChannelHandlerContext) {
        switch StubSources.answer(path, body) {
        case .never: break
        case .status(let code): write(.init(statusCode: code), "{}", context)
        case .records(let text): write(.ok, text, context)
        }
    }

    private func write(_ status: HTTPResponseStatus, _ text: String, _ context: ChannelHandlerContext) {
        let headers = HTTPHeaders([
            ("Content-Type", "application/json"), ("Content-Length", "\(text.utf8.count)"),
        ])
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}
