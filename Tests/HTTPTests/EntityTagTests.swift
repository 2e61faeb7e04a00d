import HTTPTypes
import Hummingbird
import HummingbirdTesting
import NIOCore
import Testing

@testable import Platform
@testable import Routes

@Suite struct EntityTagTests {
    private static let tag = EntityTag(version: 7)

    @Test func `equal bytes have equal tags`() {
        #expect(EntityTag(of: Array("peil".utf8)) == EntityTag(of: Array("peil".utf8)))
        #expect(EntityTag(of: Array("peil".utf8)) != EntityTag(of: Array("peil ".utf8)))
        #expect(EntityTag(of: []).text.count == 34)
    }

    @Test(arguments: [
        ("\"v7\"", true, true), ("\"v8\"", false, false), ("*", true, true), ("W/\"v7\"", false, true),
        ("\"v1\" , \"v7\"", true, true), ("v7", false, false), ("", false, false),
    ])
    func `a tag is named in a list`(_ list: String, _ strongly: Bool, _ weakly: Bool) {
        #expect(Self.tag.isNamed(in: list, weakly: false) == strongly)
        #expect(Self.tag.isNamed(in: list, weakly: true) == weakly)
    }

    static let changes: [(match: String?, status: Int, code: Int?)] = [
        (nil, 428, 1011), ("\"v6\"", 412, 1010), ("W/\"v7\"", 412, 1010), ("\"v7\"", 204, nil),
    ]

    @Test(arguments: changes)
    func `a change says which version it changes`(
        _ change: (match: String?, status: Int, code: Int?)
    ) async throws {
        try await withSite { site in
            let endpoint = Endpoint.anyone(.put, "/api/v1/proef") { visit in
                try visit.requireMatch(Self.tag)
                return Response(status: .noContent)
            }
            let router = Router(context: PeilContext.self)
            let doorkeeper = Doorkeeper(
                door: .open(certificateProxies: []), database: site.database, tokens: site.server.tokens,
                policy: site.server.policy, certificates: site.server.certificates, now: site.clock.now)
            let mounting = Mounting(
                doorkeeper: doorkeeper, responseTimes: site.server.responseTimes
            ) { problem, request in problem.response(instance: request.uri.path) }
            router.mount([endpoint], mounting)
            try await Application(router: router).test(.router) { client in
                let headers: HTTPFields = change.match.map { [.ifMatch: $0] } ?? [:]
                let answer = try await client.execute(uri: "/api/v1/proef", method: .put, headers: headers)
                #expect(answer.status.code == change.status)
                #expect(answer.code == change.code)
            }
        }
    }

    @Test func `a delivery that did not move on is not sent twice`() async throws {
        try await withSite { site in
            let headers = try await site.bearer()
            try await site.open { client in
                let sent = try await client.send(Message.json(1), "application/json", headers)
                let path = try #require(sent.headers[.location])
                let first = try await client.execute(uri: path, method: .get, headers: headers)
                var known = headers
                known[.ifNoneMatch] = first.headers[.eTag]
                let same = try await client.execute(uri: path, method: .get, headers: known)
                #expect(same.status == .notModified)
                try await site.process()
                let moved = try await client.execute(uri: path, method: .get, headers: known)
                #expect(moved.status == .ok)
                #expect(moved.headers[.eTag] != first.headers[.eTag])
            }
        }
    }
}
