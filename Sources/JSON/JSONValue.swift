/// A value of JSON (RFC 8259), read from bytes of which nothing is trusted.
///
/// Stricter than readers that guess: a name that stands twice in one object, text after the value, U+0000 and
/// nesting without end are refused.
public enum JSONValue: Hashable, Sendable {
    case null
    case truth(Bool)
    /// As it is written: a number is not rounded on its way through.
    case number(String)
    case text(String)
    case list([JSONValue])
    case object([String: JSONValue])

    /// How deep values may lie in one another: documents of people are a few levels deep, attacks thousands.
    public static let depthLimit = 32

    /// Reads one value that fills the bytes. The caller bounds their number.
    public init(parsing bytes: [UInt8]) throws(JSONError) {
        var parser = JSONParser(bytes)
        self = try parser.document()
    }
}

/// Bytes that are no JSON, by the place where that shows. It holds nothing of what stands there.
public struct JSONError: Error, Hashable, Sendable {
    public let offset: Int
}

extension JSONValue {
    public var text: String? {
        if case .text(let text) = self { text } else { nil }
    }

    public var object: [String: JSONValue]? {
        if case .object(let object) = self { object } else { nil }
    }

    public var list: [JSONValue]? {
        if case .list(let list) = self { list } else { nil }
    }

    /// What lies at a path of names with dots between, such as `adres.postcode`; nil where there is nothing.
    public func value(at path: String) -> JSONValue? {
        var value = self
        for name in path.split(separator: ".") {
            guard let next = value.object?[String(name)] else { return nil }
            value = next
        }
        return value
    }
}
