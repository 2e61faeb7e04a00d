/// One clause of an agreement: what it is about, where it stands, and the norms in it that can be judged.
public struct Clause: Sendable, Identifiable {
    /// The id of the requirement it is, such as `SNO-30`.
    public struct ID: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
        public let text: String

        public init(_ text: String) { self.text = text }
        public init(stringLiteral text: String) { self.text = text }
        public var description: String { text }
    }

    public let id: ID
    /// The paragraph of the source.
    public let paragraph: String
    /// Dutch, as in the document.
    public let title: String
    /// The key of the ``Party`` that is bound by it.
    public let party: String
    /// What a reader should know beside it; Dutch.
    public let note: String?
    /// The words of an obligation that is no number, term or list; Dutch, as in the document.
    public let text: String?
    /// What it is about, to be held against a clause of another document with the same subject (DAP-01).
    public let about: String?
    /// Whether it says of itself that it prevails over an earlier document.
    public let prevails: Bool
    /// The parties of a specific part; empty for a generic one, which is for all (DAP-02).
    public let appliesTo: [String]
    public let contents: Contents
    /// What the document leaves open and we filled in, each with its reason.
    public let assumptions: [Assumption]

    public init(
        id: ID, paragraph: String, title: String, party: String, note: String?, text: String? = nil,
        about: String? = nil, prevails: Bool = false, appliesTo: [String] = [], contents: Contents,
        assumptions: [Assumption]
    ) {
        self.id = id
        self.paragraph = paragraph
        self.title = title
        self.party = party
        self.note = note
        self.text = text
        self.about = about
        self.prevails = prevails
        self.appliesTo = appliesTo
        self.contents = contents
        self.assumptions = assumptions
    }

    /// The norms that can be judged, in the order of the document.
    public var lines: [NormLine] { contents.lines }

    /// The maintenance windows it sets.
    public var maintenanceWindows: [MaintenanceWindow] { contents.maintenanceWindows }
}

/// One line of a clause: a norm with the words and the paragraph of the document.
public struct NormLine: Sendable {
    public let text: String
    public let paragraph: String
    public let norm: Norm

    public init(text: String, paragraph: String, norm: Norm) {
        self.text = text
        self.paragraph = paragraph
        self.norm = norm
    }
}

/// A choice that the document does not make. It is shown wherever it matters, and is changed in the file.
public struct Assumption: Hashable, Sendable {
    /// The key in the file, with the line of the clause it belongs to, such as `norms[2].per`.
    public let key: String
    public let value: String
    /// Dutch: why this was chosen.
    public let reason: String

    public init(key: String, value: String, reason: String) {
        self.key = key
        self.value = value
        self.reason = reason
    }
}
