import NIOCore
import NIOHTTP1
import NIOPosix

/// A server on this machine that answers each request as its closure says.
public final class TinyServer: Sendable {
    public struct Asked: Hashable, Sendable {
        public let method: String
        public let path: String
        public let headers: [String: String]
        public let body: String
    }

    public enum Answer: Sendable {
        case with(Int, headers: [String: String] = [:], body: String = "")
        /// A head, and then never an end.
        case unfinished
        case never
    }

    private let channel: any Channel
    public let url: String

    public static func start(_ answer: @escaping @Sendable (Asked) -> Answer) async throws -> TinyServer {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Answering(answer))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        return TinyServer(channel)
    }

    private init(_ channel: any Channel) {
        self.channel = channel
        url = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)"
    }

    public func stop() async throws { try await channel.close() }
}

private final class Answering: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let answer: @Sendable (TinyServer.Asked) -> TinyServer.Answer
    private var head: HTTPRequestHead?
    private var body = ""

    init(_ answer: @escaping @Sendable (TinyServer.Asked) -> TinyServer.Answer) { self.answer = answer }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            self.head = head
            body = ""
        case .body(let bytes): body += String(decoding: bytes.readableBytesView, as: UTF8.self)
        case .end: respond(context)
        }
    }

    private func respond(_ context: ChannelHandlerContext) {
        guard let head else { return }
        let headers = Dictionary(
            head.headers.map { ($0.name.lowercased(), $0.value) }, uniquingKeysWith: { $1 })
        switch answer(.init(method: head.method.rawValue, path: head.uri, headers: headers, body: body)) {
        case .never: break
        case .unfinished:
            context.writeAndFlush(wrapOutboundOut(.head(.init(version: .http1_1, status: .ok))), promise: nil)
        case .with(let status, let headers, let text):
            var fields = HTTPHeaders(headers.map { ($0.key, $0.value) })
            fields.add(name: "Content-Length", value: "\(text.utf8.count)")
            let status = HTTPResponseStatus(statusCode: status)
            context.write(
                wrapOutboundOut(.head(.init(version: .http1_1, status: status, headers: fields))),
                promise: nil)
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: text)))), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
    }
}
