public import CivilTime
public import HTTPTypes
public import Hummingbird
public import Identity

/// One route as a value: method, path, who may use it, and what it answers.
///
/// The makers below hand the handler the party that was let in, so that a handler cannot forget to ask.
public struct Endpoint: Sendable {
    public let method: HTTPRequest.Method
    /// With parameters in braces: `/api/v1/aanleveringen/{id}`.
    public let path: String
    public let access: Access
    /// The function whose response time this route shows (SNO-08), if any.
    public let measuredAs: String?
    let respond: @Sendable (Visit) async throws -> Response
    /// How a problem is told by an interface that has a form of its own for it; nil for the usual one.
    var telling: (@Sendable (Problem) -> Response?)?
    /// Nil for what is not in the published description: pages, and interfaces described elsewhere.
    public internal(set) var description: Description?

    public static func anyone(
        _ method: HTTPRequest.Method, _ path: String,
        _ respond: @escaping @Sendable (Visit) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: .anyone, measuredAs: nil, respond: respond)
    }

    public static func citizen(
        _ method: HTTPRequest.Method, _ path: String, measuredAs function: String? = nil,
        _ respond: @escaping @Sendable (Visit, Person.ID) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: .citizen, measuredAs: function) { visit in
            guard case .citizen(let person) = visit.caller else { throw Problem(.notSignedIn) }
            return try await respond(visit, person)
        }
    }

    public static func newcomer(
        _ method: HTTPRequest.Method, _ path: String,
        _ respond: @escaping @Sendable (Visit, Person.ID) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: .newcomer, measuredAs: nil) { visit in
            guard case .newcomer(let person) = visit.caller else { throw Problem(.notSignedIn) }
            return try await respond(visit, person)
        }
    }

    public static func staff(
        _ capability: Capability, _ method: HTTPRequest.Method, _ path: String,
        _ respond: @escaping @Sendable (Visit, Role) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: .staff(capability), measuredAs: nil) { visit in
            guard case .staff(let role) = visit.caller else { throw Problem(.notSignedIn) }
            return try await respond(visit, role)
        }
    }

    public static func supplier(
        _ capability: Capability, _ method: HTTPRequest.Method, _ path: String,
        _ respond: @escaping @Sendable (Visit, SupplierMember) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: .supplier(capability), measuredAs: nil) { visit in
            guard case .supplier(let member) = visit.caller else { throw Problem(.notSignedIn) }
            return try await respond(visit, member)
        }
    }

    public static func employee(
        _ capability: Capability, _ method: HTTPRequest.Method, _ path: String,
        _ respond: @escaping @Sendable (Visit, Role) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: .employee(capability), measuredAs: nil) { visit in
            guard let role = visit.caller.role else { throw Problem(.notSignedIn) }
            return try await respond(visit, role)
        }
    }

    public static func organisation(
        _ scope: Scope, _ method: HTTPRequest.Method, _ path: String, measuredAs function: String? = nil,
        _ respond: @escaping @Sendable (Visit, OrganisationCaller) async throws -> Response
    ) -> Endpoint {
        Endpoint(method: method, path: path, access: .organisation(scope), measuredAs: function) { visit in
            guard case .organisation(let caller) = visit.caller else { throw Problem(.notSignedIn) }
            return try await respond(visit, caller)
        }
    }
}

extension Endpoint {
    /// Tells problems in the form of an interface of its own, where the closure gives an answer.
    public func telling(_ form: @escaping @Sendable (Problem) -> Response?) -> Endpoint {
        var endpoint = self
        endpoint.telling = form
        return endpoint
    }
}

/// One request at one endpoint, with who calls and when.
public struct Visit: Sendable {
    public let request: Request
    public let context: PeilContext
    public let caller: Caller
    public let at: Instant

    /// A parameter of the path, decoded; a missing one is a defect of the route table.
    public func parameter(_ name: String) -> String {
        guard let value = context.parameters.get(name) else {
            preconditionFailure("the path of this endpoint has no parameter \(name)")
        }
        return value
    }

    /// A parameter of the query, decoded; nil when absent.
    public func query(_ name: String) -> String? {
        request.uri.queryParameters[name[...]].map { String($0) }
    }
}
