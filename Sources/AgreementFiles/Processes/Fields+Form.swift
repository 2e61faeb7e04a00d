import Agreements

extension Fields {
    /// The fields of a form, which may be absent; nil when it is there and cannot be read.
    mutating func form(_ key: String) -> [FormField]? {
        var keys: Set<String> = []
        return optionalList(key) { entry in
            guard let field = entry.formField() else { return nil }
            if !keys.insert(field.key).inserted {
                entry.report("key", expected: "each field once", found: "'\(field.key)' again")
            }
            return field
        }
    }

    private mutating func formField() -> FormField? {
        let key = value("key", .key)
        let title = value("title", .text)
        let type = value("type", .choice as Notation<FormField.Kind>)
        let choices = choices(of: type)
        let isRequired = flag("required")
        let help = value("help", .text)
        let isPersonal = flag("personal")
        let isMany = flag("many")
        guard let key, let title, let type, let choices, let isRequired, let help, let isPersonal, let isMany
        else { return nil }
        return FormField(
            key: key, title: title, type: type, choices: choices, isRequired: isRequired, help: help,
            isPersonal: isPersonal, isMany: isMany)
    }

    private mutating func choices(of type: FormField.Kind?) -> [FormField.Choice]? {
        guard type == .choice else {
            if has("choices"), let type {
                report("choices", expected: "nothing: the type is \(type.rawValue)", found: "choices")
            }
            ask("choices")
            return []
        }
        var keys: Set<String> = []
        return list("choices") { entry in
            let key = entry.value("key", .key)
            let title = entry.value("title", .text)
            guard let key, let title else { return nil }
            if !keys.insert(key).inserted {
                entry.report("key", expected: "each choice once", found: "'\(key)' again")
            }
            return FormField.Choice(key: key, title: title)
        }
    }

    /// `true`, `false` or absent, which is false; nil when it is something else.
    mutating func flag(_ key: String) -> Bool? {
        has(key) ? value(key, .truth) : absent(key, false)
    }

    /// A list of names that may be absent, each once; nil when it is there and cannot be read.
    mutating func named<Element: Hashable>(_ key: String, _ notation: Notation<Element>) -> [Element]? {
        guard has(key) else { return absent(key, []) }
        guard let elements = values(key, notation) else { return nil }
        if Set(elements).count < elements.count {
            report(key, expected: "each entry once", found: "one again")
        }
        return elements
    }

    private mutating func absent<Element>(_ key: String, _ element: Element) -> Element {
        ask(key)
        return element
    }
}

extension Notation<Clause.ID> {
    /// The id of a requirement, such as `BVV-14`.
    static var requirement: Notation {
        Notation(expected: "the id of a requirement such as BVV-14") { text in
            let parts = text.split(separator: "-", omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].count == 3,
                parts[0].allSatisfy({ $0.isASCII && $0.isUppercase }),
                parts[1].count == 2, parts[1].allSatisfy({ $0.isASCII && $0.isNumber })
            else { return nil }
            return Clause.ID(text)
        }
    }
}
