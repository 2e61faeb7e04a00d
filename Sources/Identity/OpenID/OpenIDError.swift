/// Why nobody was signed in. The texts are for the log; none holds a number, a name or a token.
public enum OpenIDError: Error, Equatable, Sendable {
    /// The provider does not answer, or not as it should.
    case unavailable(String)
    /// The answer belongs to no sign-in that this browser began here a short while ago.
    case notBegun
    /// The person stopped, or the provider did not let them in: its error code.
    case denied(String)
    /// What the provider said of the person cannot be trusted.
    case untrusted(String)
    /// The person signed in with less assurance than is asked here.
    case levelTooLow
    /// There is no citizen service number in the answer, and no role either.
    case noNumber
    /// No role, or none that this installation has for these people.
    case unknownRole
    /// It is not said for which organisation somebody works, or not as an OIN.
    case noOrganisation
    /// The organisation that somebody works for is not registered here.
    case unknownOrganisation
}

extension OpenIDError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unavailable(let reason): "the identity provider is not available: \(reason)"
        case .notBegun: "no sign-in was begun in this browser, or too long ago"
        case .denied(let code): "the identity provider let nobody in: \(code)"
        case .untrusted(let reason): "the answer of the identity provider was refused: \(reason)"
        case .levelTooLow: "the level of assurance is too low"
        case .noNumber: "the answer of the identity provider holds no number that can be one"
        case .unknownRole: "the answer of the identity provider names no role that is one here for them"
        case .noOrganisation: "the answer of the identity provider holds no OIN"
        case .unknownOrganisation: "the answer of the identity provider names an OIN that is not registered"
        }
    }
}
