/// Looks in message boxes, each time another one of those signed in.
public struct BoxRequests: LoadRequests {
    /// What is looked at.
    public enum Page: Sendable {
        case list
        /// The newest message.
        case message
    }

    private let requests: [[UInt8]]
    private var generator = SystemRandomNumberGenerator()

    /// - Parameter sessions: of citizens who are signed in, as `peil load sign-ins` wrote them: the cookie,
    ///   and the id of a message.
    public init(server: LoadServer, sessions: [String], page: Page) throws {
        precondition(!sessions.isEmpty, "somebody must be signed in")
        requests = try sessions.map { line in
            let words = line.split(separator: " ")
            guard words.count == 2 || (words.count == 1 && page == .list) else {
                throw LoadError(description: "a line of the sessions holds no message to read")
            }
            let path = page == .list ? "/berichtenbox" : "/berichtenbox/\(words[1])"
            return server.head("GET", path, ["Cookie: peil-sessie=\(words[0])"])
        }
    }

    public mutating func next() -> [UInt8] {
        requests[Int.random(in: 0..<requests.count, using: &generator)]
    }
}
