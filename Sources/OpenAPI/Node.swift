/// A piece of a document in JSON or YAML; fields keep the order in which they were written.
public indirect enum Node: Sendable, Equatable {
    case text(String)
    case number(Int)
    case flag(Bool)
    case list([Node])
    case fields([Field])

    public struct Field: Sendable, Equatable {
        public let name: String
        public let value: Node

        public init(_ name: String, _ value: Node) {
            self.name = name
            self.value = value
        }
    }
}

extension Node {
    /// The value of a field; nil where there is no such field, or this is no object.
    public subscript(name: String) -> Node? {
        guard case .fields(let fields) = self else { return nil }
        return fields.first { $0.name == name }?.value
    }

    /// The same object with more fields at its end; those without a value are left out.
    func adding(_ more: [(name: String, value: Node?)]) -> Node {
        guard case .fields(let fields) = self else { preconditionFailure("only an object has fields") }
        return .fields(fields + more.compactMap { name, value in value.map { Field(name, $0) } })
    }
}

extension Node: ExpressibleByStringInterpolation {
    public init(stringLiteral value: String) {
        self = .text(value)
    }
}

extension Node: ExpressibleByIntegerLiteral {
    public init(integerLiteral value: Int) {
        self = .number(value)
    }
}

extension Node: ExpressibleByBooleanLiteral {
    public init(booleanLiteral value: Bool) {
        self = .flag(value)
    }
}

extension Node: ExpressibleByArrayLiteral {
    public init(arrayLiteral elements: Node...) {
        self = .list(elements)
    }
}

extension Node: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (String, Node)...) {
        self = .fields(elements.map { Field($0, $1) })
    }
}
