/// One question on a form, with the help that stands beside it.
public struct FormField: Hashable, Sendable {
    public let key: String
    public let title: String
    public let type: Kind
    /// What may be chosen, in order; empty for other types than ``Kind/choice``.
    public let choices: [Choice]
    public let isRequired: Bool
    /// What is asked and why, in plain Dutch (B1).
    public let help: String
    /// Whether the answer is about a person, so that reading it is logged and it is erased in time.
    public let isPersonal: Bool
    /// Whether more than one answer may be given.
    public let isMany: Bool

    public init(
        key: String, title: String, type: Kind, choices: [Choice], isRequired: Bool, help: String,
        isPersonal: Bool, isMany: Bool
    ) {
        self.key = key
        self.title = title
        self.type = type
        self.choices = choices
        self.isRequired = isRequired
        self.help = help
        self.isPersonal = isPersonal
        self.isMany = isMany
    }

    /// What kind of answer a field takes.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case text
        case longText = "long_text"
        case number
        case yesNo = "yes_no"
        case choice
        case date
        /// A date with a time of day.
        case moment
        /// From one moment to another.
        case period
        /// A person with the ways to reach them.
        case person
        case organisation
        /// A function, interface, system or other thing that is kept working.
        case component
        /// The number of another case.
        case relatedCase = "case"
        case file
        /// An amount of money.
        case amount
    }

    /// One of the answers of a choice.
    public struct Choice: Hashable, Sendable {
        public let key: String
        public let title: String

        public init(key: String, title: String) {
            self.key = key
            self.title = title
        }
    }
}
