import API
import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Identity
import Portal
import Routes
import Testing

@testable import Platform

/// Every route as every kind of caller, made from what the routes themselves say.
@Suite struct AccessTests {
    enum Visitor: String, CaseIterable, Sendable {
        case nobody, citizen, newcomer, appWithScope, appWithoutScope, staffWithEverything, staffWithNothing
        case supplierWithEverything, supplierWithNothing
        case clientWithScope, clientWithoutScope, expiredToken, foreignToken, operatorAtThePublicDoor
        case certificateFromNowhere
    }

    enum Answer: Equatable { case letIn, mustSignIn, forbidden }

    static func expected(_ endpoint: Endpoint, _ visitor: Visitor) -> Answer {
        switch endpoint.access {
        case .anyone: return .letIn
        case .newcomer: if visitor == .newcomer { return .letIn }
        case .citizen where endpoint.path.hasPrefix("/api/"):
            switch visitor {
            case .appWithScope: return .letIn
            // Reading only: a browser sends its cookie unasked.
            case .citizen: return endpoint.method == .get ? .letIn : .forbidden
            case .clientWithScope, .clientWithoutScope, .expiredToken, .foreignToken,
                .operatorAtThePublicDoor:
                return .mustSignIn
            default: break
            }
        case .citizen: if visitor == .citizen { return .letIn }
        case .staff: if visitor == .staffWithEverything { return .letIn }
        case .supplier: if visitor == .supplierWithEverything { return .letIn }
        case .employee:
            if [.staffWithEverything, .supplierWithEverything].contains(visitor) { return .letIn }
        case .organisation:
            switch visitor {
            case .clientWithScope: return .letIn
            case .expiredToken, .foreignToken, .operatorAtThePublicDoor, .appWithScope, .appWithoutScope:
                return .mustSignIn
            default: break
            }
        }
        return visitor == .nobody || visitor == .certificateFromNowhere ? .mustSignIn : .forbidden
    }

    @Test(arguments: Visitor.allCases)
    func `every route lets in whom it names and nobody else`(_ visitor: Visitor) async throws {
        try await withSite { site in
            let endpoints = site.server.interfaces.endpoints + site.server.portal.endpoints
            #expect(endpoints.count >= 20)
            try await site.open { client in
                for endpoint in endpoints {
                    let headers = try await self.headers(of: visitor, at: endpoint, site)
                    let answer = try await self.answer(client, endpoint, headers)
                    #expect(
                        answer == Self.expected(endpoint, visitor),
                        "\(endpoint.method) \(endpoint.path) as \(visitor)")
                }
            }
        }
    }

    private func headers(
        of visitor: Visitor, at endpoint: Endpoint, _ site: Site
    ) async throws -> HTTPFields {
        var scope = Set<Scope>()
        if case .organisation(let named) = endpoint.access { scope = [named] }
        switch visitor {
        case .nobody: return [:]
        case .citizen: return try await site.citizen()
        case .newcomer: return try await site.newcomer()
        case .appWithScope: return try await site.app()
        case .appWithoutScope:
            let others = PersonScope.allCases.filter { $0 != PersonScope.opening(endpoint.path) }
            return try await site.app(Set(others))
        case .staffWithEverything: return try await site.staff("service-manager")
        case .staffWithNothing: return try await site.staff("bezoeker")
        case .supplierWithEverything: return try await site.supplier("leveranciersbeheerder")
        case .supplierWithNothing: return try await site.supplier("gast")
        case .clientWithScope: return try await site.bearer("waterschap", scope)
        case .clientWithoutScope:
            return try await site.bearer("waterschap", Set(Scope.allCases).subtracting(scope))
        case .expiredToken:
            let headers = try await site.bearer()
            site.clock.pass(AccessTokens.lifetimeSeconds)
            return headers
        case .foreignToken: return [.authorization: "Bearer a.b.c"]
        case .operatorAtThePublicDoor: return [.authorization: "Bearer \(site.server.secret.text)"]
        case .certificateFromNowhere: return [try #require(.init("Client-Cert")): ":MIIB:"]
        }
    }

    /// The pages' own forms, which carry a secret.
    private func answer(
        _ client: any TestClientProtocol, _ endpoint: Endpoint, _ headers: HTTPFields
    ) async throws -> Answer {
        let path = endpoint.path.replacing("{id}", with: "01890000-0000-7000-8000-000000000000")
            .replacing("{batchId}", with: "01890000-0000-4000-8000-000000000000")
            .replacing("{verzoekId}", with: "01890000-0000-4000-8000-000000000000")
            .replacing("{oin}", with: "00000099000000001000").replacing("{zaakId}", with: "Z-1")
            .replacing("{bron}", with: "brp")
            .replacing("{overeenkomst}", with: "mijnoverheid-sno").replacing("{nummer}", with: "1")
            .replacing("{code}", with: "WATER")
        #expect(!path.contains("{"), "this test does not know a parameter of \(endpoint.path)")
        var (headers, body) = (headers, ByteBuffer())
        if endpoint.method == .post, endpoint.isForm {
            let form = try await SignInForm.fetch(client, headers)
            headers[.cookie] = form.cookie
            body = ByteBuffer(string: "\(form.token)&persoon=c01&versie=2026-1")
        }
        let response = try await client.execute(
            uri: path, method: endpoint.method, headers: headers, body: body)
        switch response.status {
        case .unauthorized: return .mustSignIn
        case .seeOther where response.leads(to: "/inloggen"): return .mustSignIn
        case .seeOther where endpoint.access != .anyone && response.leads(to: "/voorwaarden"):
            return .forbidden
        case .forbidden: return .forbidden
        default:
            #expect(response.status.code < 500, "\(endpoint.method) \(endpoint.path)")
            return .letIn
        }
    }

    @Test func `the operator is known at the management door, by its secret only`() async throws {
        try await withSite { site in
            let named = try #require(HTTPField.Name("Peil-Namens"))
            try await site.open(.management(site.server.secret)) { client in
                let secret = "Bearer \(site.server.secret.text)"
                for (headers, status) in [
                    ([.authorization: secret, named: "00000099000000001000"], 200),
                    ([.authorization: secret], 400),
                    ([.authorization: secret, named: "00000099000000005000"], 403),
                    ([.authorization: secret + "x", named: "00000099000000001000"], 401),
                    ([named: "00000099000000001000"], 401),
                ] as [(HTTPFields, Int)] {
                    let response = try await client.execute(
                        uri: "/api/v1/verwerkingsberichten", method: .get, headers: headers)
                    #expect(response.status.code == status)
                }
            }
        }
    }

    @Test func `another organisation's deliveries and reports are not there`() async throws {
        try await withSite { site in
            let (mine, theirs) = (try await site.bearer("waterschap"), try await site.bearer("gemeente"))
            try await site.open { client in
                let sent = try await client.send(Message.json(1), "application/json", mine)
                let batch = try await client.send(Message.batch([2]), "application/xml", mine)
                try await site.process()
                let delivery = try #require(sent.headers[.location])
                let id = delivery.split(separator: "/").last ?? ""
                let paths = [
                    (delivery, HTTPRequest.Method.get), (try #require(batch.headers[.location]), .get),
                    ("/api/v1/verwerkingsberichten/\(id)", .get),
                    ("/api/v1/verwerkingsberichten/\(id)/ontvangst", .put),
                ]
                for (path, method) in paths {
                    let own = try await client.execute(uri: path, method: method, headers: mine)
                    #expect(own.status.code < 300, "\(path)")
                    let other = try await client.execute(uri: path, method: method, headers: theirs)
                    #expect(other.status == .notFound, "\(path)")
                }
                let list = try await client.execute(
                    uri: "/api/v1/verwerkingsberichten", method: .get, headers: theirs)
                #expect(String(buffer: list.body) == #"{"items":[]}"#)
            }
        }
    }
}

extension Endpoint {
    /// Sent from a page of ours, with its secret.
    fileprivate var isForm: Bool {
        switch access {
        case .anyone: !["/oauth/token", "/oauth/revoke"].contains(path)
        case .citizen, .newcomer: !path.hasPrefix("/api/")
        case .staff, .organisation: false
        case .supplier, .employee: true
        }
    }
}

extension TestResponse {
    fileprivate func leads(to path: String) -> Bool {
        let location = headers[.location] ?? ""
        return location == path || location.hasPrefix(path + "?")
    }
}
