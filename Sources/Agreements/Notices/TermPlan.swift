/// A chain of terms that must fit before a wanted date, such as that of an extra opening (BVV-14).
public struct TermPlan: Hashable, Sendable {
    public let key: String
    public let text: String
    public let paragraph: String
    public let process: String
    /// How long before the wanted date the request must be in.
    public let askAtLeast: Span?
    /// The terms of the process, in order; their spans are those of the handling norms.
    public let steps: [String]
    /// How long before the wanted date all must be settled.
    public let settledAtLeast: Span?

    public init(
        key: String, text: String, paragraph: String, process: String, askAtLeast: Span?, steps: [String],
        settledAtLeast: Span?
    ) {
        self.key = key
        self.text = text
        self.paragraph = paragraph
        self.process = process
        self.askAtLeast = askAtLeast
        self.steps = steps
        self.settledAtLeast = settledAtLeast
    }
}
