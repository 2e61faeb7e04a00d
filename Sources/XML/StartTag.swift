import CLibXML2

/// The start of an element. Only valid during the call that delivers it; strings are made when asked for.
public struct StartTag {
    /// The place of the element's name in the parser's vocabulary; nil for a name that is not in it.
    public let known: Int?
    public let attributeCount: Int
    /// Five pointers an attribute: local name, prefix, namespace, start of the value, end of the value.
    private let pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    private let context: xmlParserCtxtPtr

    init(
        known: Int?, attributeCount: Int, pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?,
        context: xmlParserCtxtPtr
    ) {
        self.known = known
        self.attributeCount = attributeCount
        self.pointers = pointers
        self.context = context
    }

    /// The attributes in the order of the document, without namespace declarations.
    public var attributes: [(name: QualifiedName, value: String)] {
        guard let pointers else { return [] }
        return (0..<attributeCount).map { index in
            let attribute = pointers + 5 * index
            let name = QualifiedName(text(attribute[0]) ?? "", in: text(attribute[2]))
            guard let start = attribute[3], let end = attribute[4] else { return (name, "") }
            let value = UnsafeBufferPointer(start: start, count: end - start)
            return (name, String(decoding: value, as: UTF8.self))
        }
    }

    /// The name that a value such as `xs:int` stands for at this element; nil when its prefix is not
    /// declared.
    public func resolve(_ value: String) -> QualifiedName? {
        let parts = value.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return QualifiedName(value, in: namespace(of: nil)) }
        guard let namespace = namespace(of: String(parts[0])) else { return nil }
        return QualifiedName(String(parts[1]), in: namespace)
    }

    /// The innermost declaration of a prefix; nil asks for the default namespace.
    private func namespace(of prefix: String?) -> String? {
        guard let table = context.pointee.nsTab else { return nil }
        for index in stride(from: Int(context.pointee.nsNr) - 2, through: 0, by: -2)
        where text(table[index]) == prefix {
            return text(table[index + 1])
        }
        return nil
    }
}

private func text(_ pointer: UnsafePointer<xmlChar>?) -> String? {
    pointer.map { String(cString: $0) }
}
