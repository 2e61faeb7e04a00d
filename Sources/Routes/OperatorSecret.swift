import Hummingbird

/// The secret between the running server and the command line on the same machine: made at each start, in a
/// file that only the same user can read, accepted on the management port alone.
public struct OperatorSecret: Sendable {
    public let text: String

    public init(text: String) {
        self.text = text
    }

    /// Whether a request shows this secret as its bearer token; compared without an early end.
    func isShown(by request: Request) -> Bool {
        let expected = Array("Bearer \(text)".utf8)
        let shown = Array((request.headers[.authorization] ?? "").utf8)
        guard shown.count == expected.count else { return false }
        return zip(shown, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension OperatorSecret: CustomStringConvertible, CustomDebugStringConvertible {
    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
}
