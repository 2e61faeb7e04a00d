import Identity
import Outbound
import Portal

/// How people come in, put together from the settings and the policies.
struct SignInParts: Sendable {
    let terms: TermsPolicy
    let apps: AppPolicy
    private let providers: [Session.Door: SignInProvider]
    /// The connections to the providers; to be closed at the end.
    private let http: OutboundClient?

    init(_ installation: Installation) throws {
        let settings = installation.settings
        terms = try TermsPolicy.read(folder: settings.policiesFolder)
        apps = try AppPolicy.read(folder: settings.policiesFolder)
        guard !settings.openID.isEmpty else {
            (providers, http) = ([:], nil)
            return
        }
        let http = OutboundClient(breaker: CircuitBreaker(now: installation.now))
        self.http = http
        var providers: [Session.Door: SignInProvider] = [:]
        for (door, openID) in settings.openID {
            let client = OpenIDClient(
                issuer: openID.issuer, id: openID.clientID,
                authentication: try openID.secret.map { .secret($0) }
                    ?? .key(try SignInKey.loadOrCreate(folder: settings.keysFolder)),
                claims: openID.claims, scope: openID.scope, leastLevel: openID.leastLevel,
                redirectURL: settings.publicURL + door.returnPath,
                afterSignOutURL: "\(settings.publicURL)/uitgelogd")
            providers[door] = SignInProvider(
                OpenIDProvider(client, keys: installation.keys, http: http), name: openID.name)
        }
        self.providers = providers
    }

    func signIn(_ settings: Settings, policy: RolePolicy) -> PortalPages.SignIn {
        let policy = StaffPolicy(roles: policy, operating: settings.provider.oin)
        if !providers.isEmpty { return .providers(providers, policy) }
        return settings.environment == .demo ? .demo(DemoCast.identities, policy) : .closed
    }

    func close() async throws {
        try await http?.close()
    }
}

/// The key by which identity providers know this installation (`private_key_jwt`); its public part is at
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
