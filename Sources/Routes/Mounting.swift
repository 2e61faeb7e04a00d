import CivilTime
import HTTPTypes
public import Hummingbird
import Logging
import Metrics
public import ServiceLevels

/// How a group of endpoints is served: who lets in, what notes the times, and how a failure looks.
public struct Mounting: Sendable {
    let doorkeeper: Doorkeeper
    let responseTimes: ResponseTimes
    let attempts: Attempts?
    let failure: @Sendable (Problem, Request) -> Response

    /// - Parameters:
    ///   - attempts: nil but in preproduction.
    ///   - failure: an interface answers problem+json, the portal a page.
    public init(
        doorkeeper: Doorkeeper, responseTimes: ResponseTimes, attempts: Attempts? = nil,
        failure: @escaping @Sendable (Problem, Request) -> Response
    ) {
        self.doorkeeper = doorkeeper
        self.responseTimes = responseTimes
        self.attempts = attempts
        self.failure = failure
    }
}

extension Router where Context == PeilContext {
    /// Serves the endpoints; another method on one of their paths is told which ones there are.
    public func mount(_ endpoints: [Endpoint], _ mounting: Mounting) {
        for endpoint in endpoints {
            let timer = Timer(
                label: "peil_request",
                dimensions: [("method", endpoint.method.rawValue), ("route", endpoint.path)])
            on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
                await mounting.answer(request, context, at: endpoint, timer)
            }
        }
        for (path, known) in Dictionary(grouping: endpoints, by: \.path) {
            refuseOtherMethods(on: path, than: known.map(\.method), mounting)
        }
    }

    private func refuseOtherMethods(
        on path: String, than known: [HTTPRequest.Method], _ mounting: Mounting
    ) {
        let allowed = Methods.allowed(known)
        for method in Methods.refused where !known.contains(method) {
            if method == .head, known.contains(.get) { continue }
            on(RouterPath(path), method: method) { request, _ in
                let problem = Problem(.methodNotAllowed, "Hier kan: \(allowed).")
                var response = mounting.failure(problem, request)
                response.headers[.allow] = allowed
                return response.secured(at: path)
            }
        }
        on(RouterPath(path), method: .options) { _, _ in
            var headers: HTTPFields = [.allow: allowed]
            if CrossOrigin.isOpen(path) { CrossOrigin.permit(methods: allowed, &headers) }
            return Response(status: .noContent, headers: headers).secured(at: path)
        }
    }
}

private enum Methods {
    /// All that a path may be asked for and does not have.
    static let refused: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .trace, .connect, .query,
    ]

    /// As `Allow` lists them: what reads can be asked for its head, and everything for its options.
    static func allowed(_ known: [HTTPRequest.Method]) -> String {
        let implied: [HTTPRequest.Method] = known.contains(.get) ? [.head, .options] : [.options]
        return Set(known + implied).map(\.rawValue).sorted().joined(separator: ", ")
    }
}

extension Mounting {
    func answer(
        _ request: Request, _ context: PeilContext, at endpoint: Endpoint, _ timer: Timer
    ) async -> Response {
        let startedAt = doorkeeper.now()
        let (response, status) = await outcome(request, context, at: endpoint, startedAt: startedAt)
        let took = doorkeeper.now().microseconds(since: startedAt)
        timer.recordMicroseconds(took)
        if let function = endpoint.measuredAs {
            responseTimes.note(function, microseconds: took, status: status, at: startedAt)
        }
        return response.secured(at: endpoint.path)
    }

    /// The answer, and the status to count it by: SOAP 1.1 has 500 for every fault, also the caller's.
    private func outcome(
        _ request: Request, _ context: PeilContext, at endpoint: Endpoint, startedAt: Instant
    ) async -> (Response, status: Int) {
        do {
            try OwnForms.check(request, for: endpoint)
            let caller = try await doorkeeper.admit(request, context, to: endpoint, at: startedAt)
            let visit = Visit(request: request, context: context, caller: caller, at: startedAt)
            let response = try await responded(to: visit, at: endpoint)
            return (response, response.status.code)
        } catch {
            let problem = Problem(answering: error)
            if problem.kind == .internalError || problem.kind == .unavailable {
                context.logger.error(
                    "\(endpoint.method) \(endpoint.path) failed",
                    metadata: ["cause": "\(problem.cause ?? "none given")"])
            }
            if endpoint.description != nil, !endpoint.problems.contains(problem.kind) {
                context.logger.warning(
                    "\(endpoint.method) \(endpoint.path) met an undescribed problem",
                    metadata: ["code": "\(problem.kind.rawValue)"])
            }
            let response = endpoint.telling?(problem) ?? failure(problem, request)
            return (response, problem.kind.status.code)
        }
    }
}

extension Mounting {
    /// The endpoint's own answer. In preproduction it is noted what was tried, before the answer goes out:
    /// who looks next sees it.
    private func responded(to visit: Visit, at endpoint: Endpoint) async throws -> Response {
        do {
            try Asking.check(visit.request, at: endpoint)
            let response = try await endpoint.respond(visit)
            await attempts?.note(visit.caller, endpoint, outcome: response.status.code, visit)
            return response
        } catch {
            let problem = Problem(answering: error)
            await attempts?.note(visit.caller, endpoint, outcome: problem.kind.rawValue, visit)
            throw problem
        }
    }
}

/// A form may only be sent from our own pages: a cookie alone proves nothing about where a request began.
enum OwnForms {
    static func check(_ request: Request, for endpoint: Endpoint) throws(Problem) {
        guard endpoint.method != .get, endpoint.method != .head, !endpoint.isForSystems else { return }
        if let site = request.headers[.secFetchSite], site != "same-origin", site != "none" {
            throw Problem(.foreignForm)
        }
        if let origin = request.headers[.origin], origin != "null" {
            guard origin.split(separator: "/").last.map(String.init) == request.head.authority else {
                throw Problem(.foreignForm)
            }
        }
    }
}

extension Endpoint {
    /// Systems and apps show a token or certificate with each call that changes something; browsers send a
    /// cookie unasked.
    var isForSystems: Bool {
        if case .organisation = access { return true }
        if case .citizen = access, path.hasPrefix("/api/") { return true }
        return ["/oauth/token", "/oauth/revoke"].contains(path)
    }
}

extension HTTPRequest.Method {
    /// Reading with a body: not a standard yet, but programs ask for it.
    fileprivate static let query = HTTPRequest.Method("QUERY") ?? .trace
}

extension Response {
    /// The headers every answer has, so that no route can forget one (ADR
    /// `/core/transport/security-headers`).
    public func secured(at path: String) -> Response {
        var response = self
        if CrossOrigin.isOpen(path) { CrossOrigin.open(&response.headers) }
        let fixed: [(HTTPField.Name, String)] = [
            (.xContentTypeOptions, "nosniff"),
            (.xFrameOptions, "DENY"),
            (.strictTransportSecurity, "max-age=31536000; includeSubDomains"),
            (.referrerPolicy, "same-origin"),
            (.apiVersion, APIVersion.text),
        ]
        for (name, value) in fixed { response.headers[name] = value }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if response.headers[.contentSecurityPolicy] == nil {
            response.headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
        }
        return response
    }
}

/// The version of the interfaces, as semantic versioning counts (ADR `/core/version-header`).
public enum APIVersion {
    public static let text = "1.0.0"
}

extension HTTPField.Name {
    fileprivate static let secFetchSite = HTTPField.Name.known("Sec-Fetch-Site")
    fileprivate static let xFrameOptions = HTTPField.Name.known("X-Frame-Options")
    fileprivate static let referrerPolicy = HTTPField.Name.known("Referrer-Policy")
}
