/// One vocabulary of elements and what each may hold, as the schema of an interface says it. Each name stands
/// in one place of the schema.
///
/// Two conformers: the requests of the validation service and those of the subscription service.
public protocol DocumentElement: CaseIterable, Hashable, Sendable {
    var name: QualifiedName { get }
    var content: ElementContent<Self> { get }
    var attributes: AttributeRule { get }
}

/// What an element may hold.
public enum ElementContent<Element: Sendable>: Sendable {
    /// Text, of at most so many bytes: more is no value of this interface.
    case text(bytesLimit: Int)
    /// Children in this order, and white space between them.
    case sequence([ElementParticle<Element>])
    /// Anything; it is passed over.
    case anything
}

/// A child in a sequence, and how often it may stand there.
public struct ElementParticle<Element: Sendable>: Sendable {
    let element: Element
    let minimum: Int
    /// Nil where there is no limit.
    let maximum: Int?

    public static func one(_ element: Element) -> Self { Self(element: element, minimum: 1, maximum: 1) }
    public static func optional(_ element: Element) -> Self { Self(element: element, minimum: 0, maximum: 1) }
    public static func any(_ element: Element) -> Self { Self(element: element, minimum: 0, maximum: nil) }
}

/// Which attributes an element may have.
public enum AttributeRule: Hashable, Sendable {
    /// Those of an envelope, which are not ours to judge.
    case any
    /// Those of `XMLSchema-instance` that any element may have: where a schema is, and the declared type by
    /// its name.
    case none(type: QualifiedName?)
    /// The same, and `xsi:nil`.
    case nillable(type: QualifiedName?)
}

/// Why a document is refused. No text of the document is in it.
public struct DocumentFault: Error, Hashable, Sendable {
    public let reason: Reason
    public let position: XMLPosition
    /// The name of an element in the schema, or the parser's words.
    public let detail: String?

    public enum Reason: Hashable, Sendable {
        case notWellFormed
        case documentTypeNotAllowed
        case beyondLimit
        case wrongRoot
        /// An element that does not belong here, or not in this order, or once too often.
        case unexpectedElement
        case unexpectedText
        case unexpectedAttribute
        case missingElement
        case textTooLong
    }
}
