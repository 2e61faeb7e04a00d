import Dispatch
import Glibc

/// A bare connection to this machine, for what no well-behaved client sends.
enum Wire {
    /// Sends bytes, ends its side or waits for an answer, and gives what came back.
    static func exchange(_ text: String, port: Int, hangsUp: Bool = false) async -> String {
        await withCheckedContinuation { continuation in
            // Blocking reads, off the cooperative pool.
            DispatchQueue.global().async {
                continuation.resume(returning: talk(Array(text.utf8), port: port, hangsUp: hangsUp))
            }
        }
    }

    /// Whether somebody listens on the port.
    static func isOpen(_ port: Int) -> Bool {
        let socket = connected(to: port)
        guard socket >= 0 else { return false }
        close(socket)
        return true
    }

    /// A port that nobody listens on now.
    static func freePort() -> Int {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(socket) }
        var address = loopback(0)
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                _ = bind(socket, generic, length)
                _ = getsockname(socket, generic, &length)
            }
        }
        return Int(UInt16(bigEndian: address.sin_port))
    }

    private static func talk(_ bytes: [UInt8], port: Int, hangsUp: Bool) -> String {
        let socket = connected(to: port)
        guard socket >= 0 else { return "no connection" }
        defer { close(socket) }
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { break }
            sent += count
        }
        if hangsUp { return "" }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        var answer: [UInt8] = []
        while !String(decoding: answer, as: UTF8.self).contains("\r\n\r\n") {
            let count = recv(socket, &chunk, chunk.count, 0)
            guard count > 0 else { break }
            answer += chunk.prefix(count)
        }
        return String(decoding: answer, as: UTF8.self)
    }

    private static func connected(to port: Int) -> Int32 {
        let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = loopback(port)
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                connect(socket, generic, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        if result == 0 { return socket }
        close(socket)
        return -1
    }

    private static func loopback(_ port: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(UInt16(port).bigEndian)
        address.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
        return address
    }
}
