import XML

/// What an element of a batch may have for attributes: none of its own, and those of the namespace
/// `XMLSchema-instance` that any document may have.
enum XSIAttributes {
    static let namespace = "http://www.w3.org/2001/XMLSchema-instance"
    private static let schemaNamespace = "http://www.w3.org/2001/XMLSchema"

    enum Verdict {
        case refused
        /// With the range of whole numbers that `xsi:type` narrows the value to.
        case allowed(IntegerRange?)
    }

    /// As libxml2 judges: a schema location is passed over (this program never fetches one), `xsi:nil` is
    /// refused because no element is nillable, `xsi:type` must name the declared type or one derived from it.
    static func judge(_ tag: StartTag, of element: BatchElement) -> Verdict {
        var verdict = Verdict.allowed(nil)
        for (name, value) in tag.attributes {
            guard name.namespace == namespace else { return .refused }
            switch name.localName {
            case "schemaLocation", "noNamespaceSchemaLocation": continue
            case "type":
                guard let type = tag.resolve(value) else { return .refused }
                verdict = judge(type: type, of: element)
                if case .refused = verdict { return .refused }
            default: return .refused
            }
        }
        return verdict
    }

    /// The type must be that of the element or derived from it; only named types have a name to give.
    private static func judge(type: QualifiedName, of element: BatchElement) -> Verdict {
        guard case .value(let rule) = element.content else { return .refused }
        return switch (rule, type.namespace, type.localName) {
        case (.guid, BatchNamespace.message, "guid"), (.dateTime, schemaNamespace, "dateTime"),
            (.integer, schemaNamespace, "int"):
            .allowed(nil)
        case (.integer, schemaNamespace, "short"): .allowed(-32_768...32_767)
        case (.integer, schemaNamespace, "byte"): .allowed(-128...127)
        default: .refused
        }
    }
}

typealias IntegerRange = ClosedRange<Int64>
