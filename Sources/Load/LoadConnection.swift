import Glibc

/// One connection that is kept alive: one request at a time, without waiting.
struct LoadConnection {
    let file: Int32
    private(set) var isBusy = false
    /// When the request ought to have begun: time that it waited for a free connection counts.
    private(set) var dueAt = ContinuousClock.now
    private var outgoing: [UInt8] = []
    private var sentCount = 0
    private var incoming: [UInt8] = []

    init(to server: LoadServer) throws {
        file = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard file >= 0, var address = server.address else {
            throw LoadError(description: "no socket: \(String(cString: strerror(errno)))")
        }
        let connected = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(file, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard connected == 0 else {
            throw LoadError(description: "cannot connect: \(String(cString: strerror(errno)))")
        }
        var yes: Int32 = 1
        setsockopt(file, Int32(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<Int32>.size))
        _ = fcntl(file, F_SETFL, O_NONBLOCK)
    }

    var interest: Int16 {
        Int16(sentCount < outgoing.count ? POLLIN | POLLOUT : POLLIN)
    }

    mutating func begin(_ request: [UInt8], dueAt: ContinuousClock.Instant) throws {
        outgoing = request
        sentCount = 0
        incoming.removeAll(keepingCapacity: true)
        isBusy = true
        self.dueAt = dueAt
        try send()
    }

    mutating func send() throws {
        while sentCount < outgoing.count {
            let count = outgoing.withUnsafeBytes { bytes in
                Glibc.send(
                    file, bytes.baseAddress?.advanced(by: sentCount), bytes.count - sentCount,
                    Int32(MSG_NOSIGNAL))
            }
            if count < 0 {
                if errno == EAGAIN { return }
                throw LoadError(description: "sending failed: \(String(cString: strerror(errno)))")
            }
            sentCount += count
        }
    }

    /// The status of the answer once it is whole.
    mutating func receive(_ buffer: UnsafeMutableRawBufferPointer) throws -> Int? {
        let count = recv(file, buffer.baseAddress, buffer.count, 0)
        if count < 0, errno == EAGAIN { return nil }
        guard count > 0 else { throw LoadError(description: "the server closed a connection") }
        incoming.append(contentsOf: buffer[..<count])
        guard let answer = AnswerHead(incoming), incoming.count >= answer.wholeByteCount else { return nil }
        isBusy = false
        return answer.status
    }

    func end() {
        close(file)
    }
}

/// What must be known of an answer to know where it ends.
struct AnswerHead {
    let status: Int
    let wholeByteCount: Int

    /// Nil while the head is not whole, or when it does not say how long the body is.
    init?(_ bytes: [UInt8]) {
        guard let end = Self.endOfHead(bytes) else { return nil }
        let lines = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\r\n")
        guard let words = lines.first?.split(separator: " "), words.count >= 2, let status = Int(words[1])
        else { return nil }
        self.status = status
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0].lowercased() == "content-length",
                let length = Int(parts[1].drop { $0 == " " })
            {
                wholeByteCount = end + 4 + length
                return
            }
        }
        return nil
    }

    private static func endOfHead(_ bytes: [UInt8]) -> Int? {
        guard bytes.count >= 4 else { return nil }
        return (0...bytes.count - 4).first { start in
            bytes[start] == 13 && bytes[start + 1] == 10 && bytes[start + 2] == 13 && bytes[start + 3] == 10
        }
    }
}
