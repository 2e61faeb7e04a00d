import CivilTime
import HTTPTypes
import Hummingbird
import Identity

extension Doorkeeper {
    /// A citizen comes to the pages with the cookie of a session, and to the interface with the token of an
    /// app.
    ///
    /// The cookie opens the interface for reading only: a browser sends it unasked, and the interface has no
    /// forms with a secret of their own to tell who began a change.
    func citizen(of request: Request, to endpoint: Endpoint, at now: Instant) async throws -> Caller {
        let isInterface = endpoint.path.hasPrefix("/api/")
        if isInterface, let token = request.headers[.authorization]?.bearerToken {
            return .citizen(try await person(showing: token, at: endpoint, at: now))
        }
        let caller = try await visitor(of: request, at: now)
        switch caller {
        case .citizen:
            guard !isInterface || endpoint.method == .get else {
                throw Problem(.notAllowed, "Een wijziging vraagt een token (Authorization: Bearer).")
            }
            return caller
        case .newcomer: throw Problem(.termsNotAccepted)
        case .nobody, .staff, .supplier, .organisation: throw try await refusal(of: request, at: now)
        }
    }

    private func person(
        showing token: String, at endpoint: Endpoint, at now: Instant
    ) async throws -> Person.ID {
        let grant = try await tokens.verifyPerson(token, database: database, at: now)
        guard let scope = PersonScope.opening(endpoint.path) else {
            throw Problem(.notAllowed, "Dit adres is niet voor apps.")
        }
        guard grant.scopes.contains(scope) else {
            throw Problem(.notAllowed, "De app heeft de scope \(scope.rawValue) niet.")
        }
        return grant.person
    }
}
