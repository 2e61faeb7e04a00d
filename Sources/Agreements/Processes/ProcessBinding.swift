/// A process type as one agreement uses it.
public struct ProcessBinding: Hashable, Sendable {
    /// The key of the ``ProcessType``.
    public let type: String
    /// For roles of the process type, the keys of the agreement's own roles that fill them.
    public let roles: [String: [String]]
    /// Fields that this agreement adds to the form at the start.
    public let form: [FormField]

    public init(type: String, roles: [String: [String]], form: [FormField]) {
        self.type = type
        self.roles = roles
        self.form = form
    }
}
