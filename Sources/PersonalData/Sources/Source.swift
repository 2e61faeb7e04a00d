public import Identity
public import Journal

/// A system of another organisation that keeps data about people, and gives a person's own when that person
/// looks (SNO-04). Declared in a policy file.
public struct Source: Sendable, Hashable {
    /// Its name in addresses, such as `woz`.
    public let key: String
    public let kind: Kind
    public let title: Bilingual
    /// Who keeps the data, answers for it, and mends what is wrong in it.
    public let owner: OIN
    public let ownerName: String
    /// Where it is asked; nil for a stub of the program's own.
    public let address: String?
    public let timeoutMilliseconds: Int64
    /// What a person does who sees a mistake.
    public let correction: Bilingual
    /// What is asked, and in which order it is shown: nothing else is.
    public let fields: [Field]

    public enum Kind: String, Sendable, CaseIterable {
        case brp, woz, bag, income

        /// What the processing log says of a question.
        public var activity: ProcessingActivity {
            switch self {
            case .brp: .askPersonRecord
            case .woz: .askPropertyValue
            case .bag: .askAddress
            case .income: .askIncome
            }
        }
    }

    /// A text in the languages of the pages.
    public struct Bilingual: Sendable, Hashable {
        public let dutch: String
        public let english: String

        public init(dutch: String, english: String) {
            self.dutch = dutch
            self.english = english
        }
    }

    public struct Field: Sendable, Hashable {
        /// Where it stands in the answer, with dots between names.
        public let path: String
        public let label: Bilingual
        public let notation: Notation

        public init(path: String, label: Bilingual, notation: Notation) {
            self.path = path
            self.label = label
            self.notation = notation
        }
    }

    /// How a value is written for people.
    public enum Notation: String, Sendable, CaseIterable {
        case text, date, euro, number
        /// Square metres.
        case area
    }

    public init(
        key: String, kind: Kind, title: Bilingual, owner: OIN, ownerName: String, address: String?,
        timeoutMilliseconds: Int64, correction: Bilingual, fields: [Field]
    ) {
        self.key = key
        self.kind = kind
        self.title = title
        self.owner = owner
        self.ownerName = ownerName
        self.address = address
        self.timeoutMilliseconds = timeoutMilliseconds
        self.correction = correction
        self.fields = fields
    }
}
