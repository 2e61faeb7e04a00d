/// Something an agreement says about a process type, to be held against the file of that type when the
/// folder is read.
struct ProcessMention: Sendable {
    let process: String
    let kind: Kind
    /// Where it stands, for messages.
    let line: Int
    let clause: String?
    let key: String

    enum Kind: Sendable {
        /// The process type itself.
        case type
        /// The roles that a binding fills: all of the process type and no other.
        case roles([String])
        case term(String)
    }
}

extension Reader {
    func mention(_ process: String, _ kind: ProcessMention.Kind, at fields: Fields, _ key: String) {
        mentions.append(
            ProcessMention(
                process: process, kind: kind, line: fields.line(of: key), clause: clause,
                key: fields.place(key)))
    }
}
