/// One field of a request or an answer.
public struct OutboundHeader: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}

/// What another system answered.
public struct OutboundAnswer: Hashable, Sendable {
    public let status: Int
    public let headers: [OutboundHeader]
    public let body: [UInt8]

    public init(status: Int, headers: [OutboundHeader], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The values of a field, in order; names do not tell upper from lower case.
    public func values(of name: String) -> [String] {
        let wanted = name.lowercased()
        return headers.filter { $0.name.lowercased() == wanted }.map(\.value)
    }
}

/// The bounds on one call.
public struct OutboundLimits: Hashable, Sendable {
    /// To a connection, TLS included.
    public let connectMilliseconds: Int64
    /// From the call to the last byte of the answer.
    public let totalMilliseconds: Int64
    /// The largest answer that is read.
    public let bodyBytes: Int

    /// The defaults suit a small question to a healthy system: a connection takes a second across the world,
    /// an answer of a mebibyte is a page or a document of figures.
    public init(
        connectMilliseconds: Int64 = 2_000, totalMilliseconds: Int64 = 10_000, bodyBytes: Int = 1_048_576
    ) {
        precondition(
            min(connectMilliseconds, totalMilliseconds) > 0 && bodyBytes >= 0, "bounds are not negative")
        self.connectMilliseconds = connectMilliseconds
        self.totalMilliseconds = totalMilliseconds
        self.bodyBytes = bodyBytes
    }
}
