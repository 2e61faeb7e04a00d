/// Looks in message boxes, each time another one of those signed in.
public struct BoxRequests: LoadRequests {
    private let requests: [[UInt8]]
    private var generator = SystemRandomNumberGenerator()

    /// - Parameter sessions: the cookies of citizens who are signed in.
    public init(server: LoadServer, sessions: [String]) {
        precondition(!sessions.isEmpty, "somebody must be signed in")
        requests = sessions.map { server.head("GET", "/berichtenbox", ["Cookie: peil-sessie=\($0)"]) }
    }

    public mutating func next() -> [UInt8] {
        requests[Int.random(in: 0..<requests.count, using: &generator)]
    }
}
