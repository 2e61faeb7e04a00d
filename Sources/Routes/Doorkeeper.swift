public import CivilTime
import Foundation
import HTTPTypes
public import Hummingbird
public import Identity
import NIOSSL
public import SQL

/// Finds out who calls, and lets in only whom the endpoint names.
public struct Doorkeeper: Sendable {
    /// Which door a listener is.
    public enum Door: Sendable {
        /// The public port. A certificate may be passed on by the proxies in the list (RFC 9440
        /// `Client-Cert`).
        case open(certificateProxies: Set<String>)
        /// The port where TLS ends here and the client shows its certificate.
        case mutualTLS
        /// Loopback only, for the command line on the same machine, which knows this secret.
        case management(OperatorSecret)
    }

    let door: Door
    let database: any Database
    let tokens: AccessTokens
    let policy: RolePolicy
    let certificates: CertificateRegister
    public let now: @Sendable () -> Instant

    public init(
        door: Door, database: any Database, tokens: AccessTokens, policy: RolePolicy,
        certificates: CertificateRegister,
        now: @escaping @Sendable () -> Instant
    ) {
        self.door = door
        self.database = database
        self.tokens = tokens
        self.policy = policy
        self.certificates = certificates
        self.now = now
    }

    func admit(
        _ request: Request, _ context: PeilContext, to endpoint: Endpoint, at now: Instant
    ) async throws -> Caller {
        switch endpoint.access {
        case .anyone:
            return try await visitor(of: request, at: now)
        case .citizen:
            return try await citizen(of: request, to: endpoint, at: now)
        case .newcomer:
            let caller = try await visitor(of: request, at: now)
            if case .newcomer = caller { return caller }
            throw try await refusal(of: request, at: now)
        case .staff(let capability):
            let caller = try await visitor(of: request, at: now)
            guard case .staff(let role) = caller else { throw try await refusal(of: request, at: now) }
            guard role.capabilities.contains(capability) else { throw Problem(.notAllowed) }
            return caller
        case .supplier(let capability):
            let caller = try await visitor(of: request, at: now)
            guard case .supplier(let member) = caller else { throw try await refusal(of: request, at: now) }
            guard member.role.capabilities.contains(capability) else { throw Problem(.notAllowed) }
            return caller
        case .employee(let capability):
            let caller = try await visitor(of: request, at: now)
            guard let role = caller.role else { throw try await refusal(of: request, at: now) }
            guard role.capabilities.contains(capability) else { throw Problem(.notAllowed) }
            return caller
        case .organisation(let scope):
            guard let caller = try await organisation(of: request, context, at: now) else {
                throw try await refusal(of: request, at: now)
            }
            guard caller.scopes.contains(scope) else {
                throw Problem(.notAllowed, "Deze client heeft de scope \(scope.rawValue) niet.")
            }
            return .organisation(caller)
        }
    }

    /// Who is known, but as something else, is not allowed; who is not known must sign in.
    func refusal(of request: Request, at now: Instant) async throws -> Problem {
        if case .nobody = try await visitor(of: request, at: now), request.headers[.authorization] == nil {
            return Problem(.notSignedIn)
        }
        return Problem(.notAllowed)
    }
}

extension Doorkeeper {
    /// The person behind the session cookie, or the operator on the management port.
    func visitor(of request: Request, at now: Instant) async throws -> Caller {
        if case .management(let secret) = door, secret.isShown(by: request) {
            return .staff(.systemOperator)
        }
        guard let token = SessionCookie.token(in: request) else { return .nobody }
        let policy = policy
        return try await database.read { transaction in
            switch try Session.find(token, policy: policy, in: transaction, at: now)?.visitor {
            case .citizen(let person): return .citizen(person)
            case .newcomer(let person): return .newcomer(person)
            case .staff(let role): return .staff(role)
            case .supplier(let id, let role):
                let organisation = try Organisation.find(id, in: transaction)
                return organisation.map { .supplier(SupplierMember(organisation: $0, role: role)) }
                    ?? .nobody
            case nil: return .nobody
            }
        }
    }

    private func organisation(
        of request: Request, _ context: PeilContext, at now: Instant
    ) async throws -> OrganisationCaller? {
        if case .management(let secret) = door, secret.isShown(by: request) {
            return try await actedFor(by: request)
        }
        if let token = request.headers[.authorization]?.bearerToken {
            let grant = try await tokens.verify(token, database: database, at: now)
            return OrganisationCaller(
                organisation: grant.organisation, scopes: grant.scopes, name: "client \(grant.clientID)")
        }
        guard let certificate = try await certificate(of: request, context) else { return nil }
        let organisation = try await registered(certificate.oin)
        try await certificates.note(certificate, of: organisation.id, database: database, at: now)
        return OrganisationCaller(
            organisation: organisation, scopes: Set(Scope.allCases), name: "certificate of \(certificate.oin)"
        )
    }

    private func actedFor(by request: Request) async throws -> OrganisationCaller {
        guard let oin = request.headers[.actingFor].flatMap(OIN.init) else {
            throw Problem(.invalidInput, "De kop Peil-Namens noemt de OIN voor wie u werkt.")
        }
        return OrganisationCaller(
            organisation: try await registered(oin), scopes: Set(Scope.allCases), name: "operator")
    }

    private func registered(_ oin: OIN) async throws -> Organisation {
        guard let organisation = try await database.read({ try Organisation.find(oin, in: $0) }) else {
            throw ClientError.unknownOrganisation(oin)
        }
        return organisation
    }

    private func certificate(of request: Request, _ context: PeilContext) async throws -> ClientCertificate? {
        switch door {
        case .mutualTLS:
            let shown = try await context.channel.nioSSL_peerCertificate().get()
            return try shown.map { try ClientCertificate(der: try $0.toDERBytes()) }
        case .open(let proxies):
            guard let address = context.remoteAddress, proxies.contains(address),
                let passedOn = request.headers[.clientCert]
            else { return nil }
            guard let der = Data(base64Encoded: passedOn.trimmingCharacters(in: [":"])) else {
                throw ClientError.certificate("the header Client-Cert is not as in RFC 9440")
            }
            return try ClientCertificate(der: Array(der))
        case .management:
            return nil
        }
    }
}

extension Role {
    /// The operator on the machine itself, who could read every file anyway.
    static let systemOperator = Role(
        name: "system-operator", title: "Systeembeheerder", capabilities: Set(Capability.allCases))
}

extension HTTPField.Name {
    /// RFC 9440.
    static let clientCert = HTTPField.Name.known("Client-Cert")
    /// On the management port: the OIN that the operator works for.
    public static let actingFor = HTTPField.Name.known("Peil-Namens")
    static let forwardedFor = HTTPField.Name.known("X-Forwarded-For")
    public static let apiVersion = HTTPField.Name.known("API-Version")
    public static let idempotencyKey = HTTPField.Name.known("Idempotency-Key")

    public static func known(_ name: String) -> HTTPField.Name {
        guard let field = HTTPField.Name(name) else { preconditionFailure("\(name) is a valid field name") }
        return field
    }
}

extension String {
    var bearerToken: String? {
        let words = split(separator: " ", omittingEmptySubsequences: true)
        guard words.count == 2, words[0].lowercased() == "bearer" else { return nil }
        return String(words[1])
    }
}
