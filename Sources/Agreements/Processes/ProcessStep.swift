/// Something that is done in a case: who may do it, after what, and what the case is called then.
public struct ProcessStep: Hashable, Sendable {
    public let key: String
    public let title: String
    /// The roles of which one takes the step.
    public let by: [String]
    /// The steps of which one must be the last that moved the case, or the branch. Empty for a start; empty
    /// for a step that moves nothing means: at any time until the case has ended.
    public let after: [String]
    /// What the case is called from now on; nil for a step that leaves the case where it was, such as an
    /// update, and that may be taken again and again.
    public let state: String?
    public let isStart: Bool
    /// Whether the case is closed by it. A later step, such as reopening, may still follow.
    public let isEnd: Bool
    public let form: [FormField]
    public let guards: [Guard]
    public let tells: [Tell]
    /// The role for whose parties branches open here, one for each.
    public let fanOut: String?
    /// Whether the step is taken in a branch, once in each.
    public let isInBranch: Bool
    /// Set on the step in which branches come together.
    public let join: Join?

    public init(
        key: String, title: String, by: [String], after: [String], state: String?, isStart: Bool,
        isEnd: Bool, form: [FormField], guards: [Guard], tells: [Tell], fanOut: String?, isInBranch: Bool,
        join: Join?
    ) {
        self.key = key
        self.title = title
        self.by = by
        self.after = after
        self.state = state
        self.isStart = isStart
        self.isEnd = isEnd
        self.form = form
        self.guards = guards
        self.tells = tells
        self.fanOut = fanOut
        self.isInBranch = isInBranch
        self.join = join
    }

    /// Whether the case, or the branch, is somewhere else after the step.
    public var isMoving: Bool { state != nil }

    /// How many branches must have come as far as the steps before.
    public enum Join: String, CaseIterable, Hashable, Sendable {
        case all
        case any
    }
}

/// What is told to whom when a step is taken.
public struct Tell: Hashable, Sendable {
    /// Roles of the process.
    public let who: [String]
    /// Dutch, with places such as `{nummer}` to be filled in; see ``Place``.
    public let what: String

    public init(who: [String], what: String) {
        self.who = who
        self.what = what
    }

    /// What may be filled in in a text.
    public enum Place: String, CaseIterable, Hashable, Sendable {
        /// The number by which the case is known.
        case number = "nummer"
        /// What the case is about, in a few words.
        case subject = "onderwerp"
        /// What the case is called now.
        case state = "toestand"
        /// The party whose step or branch it is.
        case party = "partij"
        /// The moment before which the next thing must be done.
        case deadline = "uiterlijk"
    }
}
