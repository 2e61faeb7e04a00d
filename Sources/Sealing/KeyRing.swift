/// The keys of one environment, read at start from a folder outside data folder and backup.
///
/// New values are made with the current key. During rotation the previous keys stay live: values made with
/// them can still be opened and found, until they were made anew and the operator removes the old key's file.
public struct KeyRing: Sendable {
    /// More keys than this at once means that retiring was forgotten: every lookup tries them all.
    public static let liveKeyLimit = 4

    /// The current key first, then from young to old.
    let keys: [RootKey]

    init(keys: [RootKey]) {
        precondition(!keys.isEmpty, "a key ring holds at least its current key")
        self.keys = keys
    }

    var current: RootKey { keys[0] }

    /// The id of the key that new values are made with.
    public var currentKey: KeyID { current.id }

    /// A 32-byte secret for one purpose, the same at each start while the key is current.
    public func secret(_ name: SecretName) -> Secret {
        current.secret(name)
    }

    /// The current secret first, then those of previous keys: what was signed before a rotation stays valid.
    public func liveSecrets(_ name: SecretName) -> [Secret] {
        keys.map { $0.secret(name) }
    }

    public func pseudonym(of text: String, for use: PseudonymUse) -> Pseudonym {
        current.pseudonym(of: text, for: use)
    }

    /// Every pseudonym under which a number may be stored, the current first: what a lookup searches for.
    public func livePseudonyms(of text: String, for use: PseudonymUse) -> [Pseudonym] {
        keys.map { $0.pseudonym(of: text, for: use) }
    }
}

extension KeyRing: CustomStringConvertible {
    /// The ids of the keys, the current first; never the keys.
    public var description: String {
        keys.map(\.id.description).joined(separator: ", ")
    }
}
