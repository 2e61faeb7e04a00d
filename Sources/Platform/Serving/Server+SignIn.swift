import Identity
import Outbound
import Portal

/// How people come in, put together from the settings and the policies.
struct SignInParts: Sendable {
    let terms: TermsPolicy
    let apps: AppPolicy
    let provider: OpenIDProvider?
    /// The connections to the provider; to be closed at the end.
    private let http: OutboundClient?

    init(_ installation: Installation) throws {
        let settings = installation.settings
        terms = try TermsPolicy.read(folder: settings.policiesFolder)
        apps = try AppPolicy.read(folder: settings.policiesFolder)
        guard let openID = settings.openID else {
            (provider, http) = (nil, nil)
            return
        }
        let client = OpenIDClient(
            issuer: openID.issuer, id: openID.clientID,
            authentication: try openID.secret.map { .secret($0) }
                ?? .key(try SignInKey.loadOrCreate(folder: settings.keysFolder)),
            claims: openID.claims, scope: openID.scope, leastLevel: openID.leastLevel,
            redirectURL: "\(settings.publicURL)/inloggen/terug",
            afterSignOutURL: "\(settings.publicURL)/uitgelogd")
        let http = OutboundClient(breaker: CircuitBreaker(now: installation.now))
        self.http = http
        provider = OpenIDProvider(client, keys: installation.keys, http: http)
    }

    func signIn(_ settings: Settings, policy: RolePolicy) -> PortalPages.SignIn {
        if let provider, let name = settings.openID?.name {
            return .provider(provider, name: name, policy: policy)
        }
        return settings.environment == .demo ? .demo(DemoCast.identities, policy: policy) : .closed
    }

    func close() async throws {
        try await http?.close()
    }
}

/// The key by which the identity provider knows this installation (`private_key_jwt`); its public part is at
/// `/inloggen/sleutels`.
enum SignInKey {
    static func loadOrCreate(folder: String) throws -> ClientKey {
        let path = "\(folder)/peil-openid.pem"
        if FileSystem.exists(path) { return try ClientKey(pem: FileSystem.text(path)) }
        let key = ClientKey()
        try FileSystem.writePrivate(key.pem, to: path)
        return key
    }
}
