/// A term that runs in a process. How long it is stands in the agreement: a norm names the process type and
/// the key of the term.
public struct ProcessTerm: Hashable, Sendable {
    public let key: String
    public let title: String
    /// The steps that start it. One that follows after it had stopped lets the same term run on.
    public let from: [String]
    /// The steps that stop it. A step that also stands in ``from`` stops it and starts it anew.
    public let until: [String]
    /// The role whose term it is.
    public let on: String

    public init(key: String, title: String, from: [String], until: [String], on: String) {
        self.key = key
        self.title = title
        self.from = from
        self.until = until
        self.on = on
    }
}

/// A reason for which the terms of a case may stand still.
public struct ProcessPause: Hashable, Sendable {
    public let key: String
    public let title: String
    /// The steps after which it may be set; empty: at any time until the case has ended.
    public let during: [String]
    /// The roles of which one may set and lift it.
    public let by: [String]
    /// The role that is waited for.
    public let responsible: String

    public init(key: String, title: String, during: [String], by: [String], responsible: String) {
        self.key = key
        self.title = title
        self.during = during
        self.by = by
        self.responsible = responsible
    }
}
