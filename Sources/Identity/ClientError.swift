/// Why a client, its keys, its assertion or its token was not accepted. The text goes to the client.
public enum ClientError: Error, Equatable, Sendable {
    case unknownClient
    case keySet(String)
    /// `private_key_jwt`: what is wrong with the assertion.
    case assertion(String)
    case scope(String)
    /// An access token that is damaged, not ours, or of a withdrawn client.
    case token
    case expiredToken
    case certificate(String)
    case unknownOrganisation(OIN)
}

extension ClientError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unknownClient: "this client is not known"
        case .keySet(let reason): "the key set cannot be used: \(reason)"
        case .assertion(let reason): "the client assertion was refused: \(reason)"
        case .scope(let reason): "the scope was refused: \(reason)"
        case .token: "the access token is not valid here"
        case .expiredToken: "the access token has expired; ask for a new one"
        case .certificate(let reason): "the client certificate cannot be used: \(reason)"
        case .unknownOrganisation(let oin): "the organisation with OIN \(oin) is not registered here"
        }
    }
}
