import CivilTime

/// How one kind of value is written in a file: the reading, and the words that say what was expected.
struct Notation<Element> {
    let expected: String
    let read: (String) -> Element?
}

extension Notation {
    /// The same words, with a further demand.
    func only(_ expected: String, _ holds: @escaping (Element) -> Bool) -> Notation {
        Notation(expected: expected) { text in read(text).flatMap { holds($0) ? $0 : nil } }
    }
}

extension Notation<String> {
    static var text: Notation {
        Notation(expected: "a text") { $0.isEmpty ? nil : $0 }
    }

    /// A short name in lower case, digits and hyphens.
    static var key: Notation {
        Notation(expected: "a name in lower case letters, digits and hyphens, such as message-box") { text in
            let isPlain = text.utf8.allSatisfy { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
            }
            return isPlain && !text.isEmpty ? text : nil
        }
    }
}

extension Notation<Bool> {
    static var truth: Notation {
        Notation(expected: "true or false") { $0 == "true" ? true : $0 == "false" ? false : nil }
    }
}

extension Notation<CivilDate> {
    static var date: Notation {
        Notation(expected: "a date such as 2020-01-31", read: CivilDate.init(_:))
    }
}

extension Notation where Element: RawRepresentable & CaseIterable, Element.RawValue == String {
    /// One of a closed list.
    static var choice: Notation {
        let names = Element.allCases.map(\.rawValue)
        return Notation(expected: "one of \(names.joined(separator: ", "))", read: Element.init(rawValue:))
    }
}
