import Glibc

/// The server that is measured, on this machine or another, over plain HTTP.
public struct LoadServer: Sendable {
    let host: String
    let port: UInt16

    /// Nil when the text is not `http://HOST:PORT` with an IPv4 address or `localhost`.
    public init?(_ text: String) {
        guard text.hasPrefix("http://") else { return nil }
        let parts = text.dropFirst("http://".count).split(separator: ":")
        guard parts.count == 2, let port = UInt16(parts[1]) else { return nil }
        host = parts[0] == "localhost" ? "127.0.0.1" : String(parts[0])
        self.port = port
        guard address != nil else { return nil }
    }

    func head(_ method: String, _ path: String, _ fields: [String]) -> [UInt8] {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: \(host):\(port)"] + fields
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }

    var address: sockaddr_in? {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        return inet_pton(AF_INET, host, &address.sin_addr) == 1 ? address : nil
    }
}

/// Why a measurement could not be made.
public struct LoadError: Error, CustomStringConvertible {
    public let description: String
}
