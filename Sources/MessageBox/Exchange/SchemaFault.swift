/// One thing in a message that the schema does not allow. It names the element and the rule, never what was
/// sent.
public struct SchemaFault: Hashable, Sendable {
    public enum Rule: String, Sendable {
        case unknownElement = "holds an element that does not belong there"
        case order = "is in the wrong place, or there too often"
        case missing = "is missing"
        case attribute = "has an attribute that it may not have"
        case textBetween = "has text between its elements"
        case elementInText = "holds an element where only text may be"
        case guid = "is no GUID"
        case length = "is too short or too long"
        case choice = "has a value that is not in the list"
        case dateTime = "is no date and time"
        case integer = "is no whole number of 32 bits"
        case base64 = "is not base64, or empty"
    }

    /// The name in the schema.
    public let element: String
    public let rule: Rule

    init(_ element: BatchElement, _ rule: Rule) {
        self.element = element.localName
        self.rule = rule
    }

    /// Faults kept for one message; any is enough to refuse it, and twenty are enough to mend a program by.
    static let countMaximum = 20
}

extension SchemaFault: CustomStringConvertible {
    public var description: String { "\(element) \(rule.rawValue)" }
}
