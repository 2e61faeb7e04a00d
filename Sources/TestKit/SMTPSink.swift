// For `Thread`.
import Foundation
import Glibc
import Synchronization

/// A small SMTP server on this machine that keeps what it is sent, and can refuse or hang by the recipient's
/// name.
public final class SMTPSink: Sendable {
    public struct Received: Sendable {
        public var connections = 0
        /// The addresses that bounces would come back to.
        public var senders: [String] = []
        public var recipients: [String] = []
        public var mails: [String] = []
    }

    public let port: UInt16
    private let listener: Int32
    private let state = Mutex(Received())

    public var received: Received { state.withLock { $0 } }

    public init() {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { socketAddress in
                bind(listener, socketAddress, length) == 0 && listen(listener, 16) == 0
                    && getsockname(listener, socketAddress, &length) == 0
            }
        }
        precondition(bound, "the sink needs a port on this machine")
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        // Threads of its own: where many tests run at once the shared ones can all be waiting, and a client
        // would give up.
        Thread.detachNewThread { [self] in accept() }
    }

    /// Ends the waiting for connections; connections end when their clients do.
    public func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        Glibc.close(listener)
    }

    private func accept() {
        while true {
            let client = Glibc.accept(listener, nil, nil)
            guard client >= 0 else { return }
            state.withLock { $0.connections += 1 }
            Thread.detachNewThread { [self] in serve(Line(client)) }
        }
    }

    private func serve(_ line: Line) {
        defer { line.close() }
        line.write("220 sink")
        while let command = line.read() {
            switch command.prefix(4).uppercased() {
            case "EHLO": line.write("250 sink")
            case "MAIL":
                let sender = command.drop { $0 != "<" }.dropFirst().prefix { $0 != ">" }
                state.withLock { $0.senders.append(String(sender)) }
                line.write("250 ok")
            // Says nothing more, until the client has had enough.
            case "RCPT" where command.contains("hang@"): while line.read() != nil {}
            case "RCPT": line.write(answer(to: command))
            case "DATA": receive(line)
            case "QUIT": return line.write("221 bye")
            default: line.write("250 ok")
            }
        }
    }

    private func answer(to command: String) -> String {
        if command.contains("unknown@") { return "550 no such person" }
        if command.contains("later@") { return "451 later" }
        state.withLock { $0.recipients.append(command) }
        return "250 ok"
    }

    private func receive(_ line: Line) {
        line.write("354 go on")
        var text = ""
        while let next = line.read(), next != "." {
            text += (next.hasPrefix(".") ? String(next.dropFirst()) : next) + "\n"
        }
        if text.contains("refuse-this-text") { return line.write("554 not such a text") }
        state.withLock { $0.mails.append(text) }
        line.write("250 taken")
    }
}

/// A connection read by line.
private final class Line {
    private let socket: Int32
    private var waiting: [UInt8] = []

    init(_ socket: Int32) { self.socket = socket }

    func close() { Glibc.close(socket) }

    func write(_ text: String) {
        let bytes = Array("\(text)\r\n".utf8)
        send(socket, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }

    func read() -> String? {
        var chunk = [UInt8](repeating: 0, count: 4_096)
        while true {
            if let end = waiting.firstIndex(of: 10) {
                let line = waiting[..<end]
                defer { waiting.removeSubrange(...end) }
                return String(decoding: line.last == 13 ? line.dropLast() : line, as: UTF8.self)
            }
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { return nil }
            waiting += chunk.prefix(count)
        }
    }
}
