/// A kind of case and the way it goes: who fills in what, which steps there are and who may take them, what
/// has a term, when the clock stands still, who is told what.
///
/// It is data of `agreements/processes/`, shared by all agreements; a ``ProcessBinding`` ties its roles to
/// those of one agreement. Titles and texts are Dutch, as in the sources.
public struct ProcessType: Hashable, Sendable {
    /// A short name that stays the same, such as `extra-opening`.
    public let key: String
    public let title: String
    /// What it is for, in one or two sentences.
    public let purpose: String
    /// The requirements it carries out.
    public let requirements: [Clause.ID]
    public let roles: [ProcessRole]
    /// Filled in at the start, whichever step that is.
    public let form: [FormField]
    /// In the order of the file, which is the order in which they are shown.
    public let steps: [ProcessStep]
    public let terms: [ProcessTerm]
    public let pauses: [ProcessPause]
    /// The keys of the process types whose cases may be linked to a case of this one.
    public let links: [String]
    /// What the sources leave open and the file fills in.
    public let assumptions: [Assumption]

    public init(
        key: String, title: String, purpose: String, requirements: [Clause.ID], roles: [ProcessRole],
        form: [FormField], steps: [ProcessStep], terms: [ProcessTerm], pauses: [ProcessPause],
        links: [String], assumptions: [Assumption]
    ) {
        self.key = key
        self.title = title
        self.purpose = purpose
        self.requirements = requirements
        self.roles = roles
        self.form = form
        self.steps = steps
        self.terms = terms
        self.pauses = pauses
        self.links = links
        self.assumptions = assumptions
    }

    /// The step with a key; nil when there is none.
    public func step(_ key: String) -> ProcessStep? {
        steps.first { $0.key == key }
    }

    /// The Dutch title of a role, or its key when the process does not know it.
    public func roleTitle(_ key: String) -> String {
        roles.first { $0.key == key }?.title ?? key
    }
}

/// Somebody a process counts on, whatever the agreements call them.
public struct ProcessRole: Hashable, Sendable {
    public let key: String
    public let title: String

    public init(key: String, title: String) {
        self.key = key
        self.title = title
    }
}
