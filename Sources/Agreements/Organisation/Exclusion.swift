/// A cause for which no claim can be made.
public struct Exclusion: Hashable, Sendable {
    public let cause: OutageCause
    /// Dutch, as in the document.
    public let text: String

    public init(cause: OutageCause, text: String) {
        self.cause = cause
        self.text = text
    }
}
