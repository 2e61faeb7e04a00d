/// What is wrong with one field, by its path; the reason is Dutch and holds nothing of what was sent.
public struct JSONFault: Hashable, Sendable {
    public let path: String
    public let reason: String

    public init(_ path: String, _ reason: String) {
        self.path = path
        self.reason = reason
    }
}

/// The fields of one object, read one by one; all that is wrong with them is gathered.
///
/// A field that is wrong reads as nil, so the reading goes on to the next; at the end ``faults`` tells
/// whether the values may be used.
public struct JSONFields {
    public private(set) var faults: [JSONFault] = []
    private let object: [String: JSONValue]
    private let path: String
    private var known: Set<String> = []

    /// Who must mend a body is helped by the first fifty as well as by a thousand.
    public static let faultLimit = 50

    public init(_ object: [String: JSONValue], path: String = "") {
        self.object = object
        self.path = path
    }

    public mutating func note(_ name: String, _ reason: String) {
        guard faults.count < Self.faultLimit else { return }
        faults.append(JSONFault(path.isEmpty ? name : "\(path).\(name)", reason))
    }

    /// The value of a field; nil, without a fault, where it is absent or null.
    public mutating func value(_ name: String) -> JSONValue? {
        known.insert(name)
        let value = object[name]
        return value == .null ? nil : value
    }

    /// Notes the absence of a field that must be there.
    public mutating func need(_ name: String) {
        if value(name) == nil { note(name, "ontbreekt") }
    }

    /// A text of so many Unicode scalars, not blank; nil when absent or wrong.
    public mutating func text(_ name: String, _ lengths: ClosedRange<Int>) -> String? {
        guard let value = value(name) else { return nil }
        guard let text = value.text, lengths.contains(text.unicodeScalars.count),
            lengths.lowerBound == 0 || text.contains(where: { !$0.isWhitespace })
        else {
            note(name, "is geen tekst van \(lengths.lowerBound) tot \(lengths.upperBound) tekens")
            return nil
        }
        return text
    }

    /// A text that a reader makes something of; nil when absent or wrong.
    public mutating func reading<Element>(
        _ name: String, as what: String, _ read: (String) -> Element?
    ) -> Element? {
        guard let value = value(name) else { return nil }
        guard let element = value.text.flatMap(read) else {
            note(name, "is geen \(what)")
            return nil
        }
        return element
    }

    /// An object within this one, read the same way; nil when absent, or when what is read is nil.
    public mutating func object<Element>(
        _ name: String, _ read: (inout JSONFields) -> Element?
    ) -> Element? {
        guard let value = value(name) else { return nil }
        guard let object = value.object else {
            note(name, "is geen object")
            return nil
        }
        var fields = JSONFields(object, path: path.isEmpty ? name : "\(path).\(name)")
        let element = read(&fields)
        faults.append(contentsOf: fields.faults.prefix(Self.faultLimit - faults.count))
        return element
    }

    /// Notes the fields that nobody asked for: a mistyped name would otherwise do nothing, in silence.
    public mutating func refuseOthers() {
        for name in object.keys.sorted() where !known.contains(name) {
            note(String(name.prefix(60)), "dit veld bestaat niet")
        }
    }
}
