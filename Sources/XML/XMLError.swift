/// Where in a document something was found; both count from 1, the column in bytes of UTF-8.
public struct XMLPosition: Hashable, Sendable {
    public let line: Int
    public let column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}

/// Why a document is refused. No text of the document is in it: that may be personal.
public enum XMLError: Error, Equatable, Sendable {
    /// Not XML 1.0 with namespaces: a tag that does not fit, a character that cannot be, an end too early.
    case notWellFormed(XMLPosition, reason: String)
    /// The document has a DOCTYPE or refers to an entity of its own. Neither is ever needed here, and both
    /// are the way to read local files or to unfold a small document into gigabytes.
    case documentTypeNotAllowed(XMLPosition)
    /// Well-formed so far, but beyond what this program is willing to keep in memory for one tag.
    case beyondLimit(XMLLimit, XMLPosition)

    public var position: XMLPosition {
        switch self {
        case .notWellFormed(let position, _), .documentTypeNotAllowed(let position),
            .beyondLimit(_, let position):
            position
        }
    }
}

extension XMLError: CustomStringConvertible {
    public var description: String {
        let place = "line \(position.line), column \(position.column)"
        return switch self {
        case .notWellFormed(_, let reason): "not well-formed XML at \(place): \(reason)"
        case .documentTypeNotAllowed: "a DOCTYPE or an entity of its own is not allowed (\(place))"
        case .beyondLimit(let limit, _): "\(limit.meaning) (\(place))"
        }
    }
}

/// What one document may cost, whatever its length. Text has no limit here: it is passed on in pieces.
public enum XMLLimit: String, Sendable {
    case depth
    case attributes
    case markup
    case names

    /// Elements within elements. Messages of the interfaces here nest eight deep, SOAP around them adds two.
    public static let depthMaximum = 64
    /// Attributes and namespace declarations on one element; libxml2 compares each with each.
    public static let attributesMaximum = 64
    /// Bytes of one tag, comment or processing instruction that has not ended yet: the only thing that is
    /// held back.
    public static let markupBytesMaximum = 65_536
    /// Bytes of all different names in one document together, kept until its end.
    public static let namesBytesMaximum = 1_048_576

    public var meaning: String {
        switch self {
        case .depth: "elements nest deeper than \(Self.depthMaximum)"
        case .attributes: "an element has more than \(Self.attributesMaximum) attributes"
        case .markup: "a tag, comment or instruction is longer than \(Self.markupBytesMaximum) bytes"
        case .names: "the different names together are longer than \(Self.namesBytesMaximum) bytes"
        }
    }
}
