import AsyncHTTPClient
import CivilTime
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import NIOSSL
import Outbound
import Routes
import ServiceLifecycle
import TestKit
import Testing

@testable import Platform

/// Systems that show a certificate: where TLS ends here, and where a listed proxy passes it on (RFC 9440).
@Suite struct CertificateDoorTests {
    @Test func `a client is known by a certificate of our authority, and by no other (mutual TLS)`()
        async throws
    {
        let papers = try await Papers.made()
        let port = Wire.freePort()
        let flags = [
            "mutual-tls-port": "\(port)", "mutual-tls-certificate": papers.file("server.pem"),
            "mutual-tls-key": papers.file("server.key"), "mutual-tls-trust": papers.file("ca.pem"),
        ]
        try await withSite(flags: flags) { site in
            let settings = try #require(site.server.installation.settings.mutualTLS)
            let listener = try site.server.mutualTLSListener(settings)
            let serving = Task { try await listener.run() }
            while !Wire.isOpen(port) { await Task.yield() }
            var statuses: [String?] = []
            for client in ["waterschap", "unknown", "nameless", "stranger", nil] {
                statuses.append(try await papers.status(at: port, as: client))
            }
            #expect(statuses == ["200", "403", "401", nil, nil])
            serving.cancel()
            _ = await serving.result
        }
    }

    @Test func `a source that asks a certificate is shown ours, and is not asked when it is a stranger`()
        async throws
    {
        let papers = try await Papers.made()
        let port = Wire.freePort()
        let flags = [
            "mutual-tls-port": "\(port)", "mutual-tls-certificate": papers.file("server.pem"),
            "mutual-tls-key": papers.file("server.key"), "mutual-tls-trust": papers.file("ca.pem"),
        ]
        try await withSite(flags: flags) { site in
            let settings = try #require(site.server.installation.settings.mutualTLS)
            let listener = try site.server.mutualTLSListener(settings)
            let serving = Task { try await listener.run() }
            while !Wire.isOpen(port) { await Task.yield() }
            var statuses: [Int?] = []
            for (name, authority) in [("waterschap", "ca"), ("stranger", "ca"), ("waterschap", "other")] {
                let identity = try OutboundIdentity(
                    certificateFile: papers.file("\(name).pem"), keyFile: papers.file("\(name).key"),
                    trustFile: papers.file("\(authority).pem"))
                let line = OutboundClient(identity: identity)
                do {
                    let answer = try await line.get("https://localhost:\(port)/api/v1/verwerkingsberichten")
                    statuses.append(answer.status)
                } catch {
                    statuses.append(nil)
                }
                try await line.close()
            }
            #expect(statuses == [200, nil, nil])
            serving.cancel()
            _ = await serving.result
        }
    }

    @Test func `a passed-on certificate counts from a listed proxy only`() async throws {
        let papers = try await Papers.made()
        let der = try NIOSSLCertificate.fromPEMFile(papers.file("waterschap.pem"))[0].toDERBytes()
        let name = try #require(HTTPField.Name("Client-Cert"))
        let good: HTTPFields = [name: ":\(Data(der).base64EncodedString()):"]
        try await withSite { site in
            let path = "/api/v1/verwerkingsberichten"
            for (proxies, headers, status) in [
                (["127.0.0.1"], good, 200), (["127.0.0.1"], [:], 401), ([], good, 401),
                (["192.0.2.1"], good, 401), (["127.0.0.1"], [name: ":%%%:"], 401),
                (["127.0.0.1"], [name: ":MIIB:"], 401),
            ] as [(Set<String>, HTTPFields, Int)] {
                try await site.open(.open(certificateProxies: proxies), .live) { client in
                    let response = try await client.execute(uri: path, method: .get, headers: headers)
                    #expect(response.status.code == status, "\(proxies)")
                }
            }
        }
    }
}

/// Certificates made with openssl: an authority, a server, and clients of several kinds.
private struct Papers: Sendable {
    let folder: TemporaryFolder

    func file(_ name: String) -> String { folder.file(name) }

    static func made() async throws -> Papers {
        let papers = Papers(folder: try TemporaryFolder())
        for authority in ["ca", "other"] {
            try await papers.openssl(
                "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 30 -subj /CN=\(authority)"
                    + " -keyout \(authority).key -out \(authority).pem")
        }
        try await papers.issue("server", "/CN=localhost", by: "ca")
        try await papers.issue("waterschap", "/CN=w/serialNumber=00000099000000001000", by: "ca")
        try await papers.issue("unknown", "/CN=u/serialNumber=00000099000000007000", by: "ca")
        try await papers.issue("nameless", "/CN=n", by: "ca")
        try await papers.issue("stranger", "/CN=w/serialNumber=00000099000000001000", by: "other")
        return papers
    }

    private func issue(_ name: String, _ subject: String, by authority: String) async throws {
        try await openssl(
            "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj \(subject)"
                + " -keyout \(name).key -out \(name).csr")
        try await openssl(
            "x509 -req -in \(name).csr -CA \(authority).pem -CAkey \(authority).key -CAcreateserial -days 30"
                + " -out \(name).pem")
    }

    private func openssl(_ arguments: String) async throws {
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            // Waiting for a process blocks its thread; not one of the cooperative pool.
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        let process = Process()
                        process.executableURL = URL(filePath: "/usr/bin/openssl")
                        process.arguments = arguments.split(separator: " ").map(String.init)
                        process.currentDirectoryURL = URL(filePath: folder.path)
                        process.standardError = FileHandle.nullDevice
                        process.standardOutput = FileHandle.nullDevice
                        try process.run()
                        process.waitUntilExit()
                        return process.terminationStatus
                    })
            }
        }
        try #require(status == 0, "openssl \(arguments)")
    }

    /// The status of a call with a client's certificate; nil when the connection is refused.
    func status(at port: Int, as client: String?) async throws -> String? {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.certificateVerification = .none
        if let client {
            tls.certificateChain = try NIOSSLCertificate.fromPEMFile(file("\(client).pem")).map {
                .certificate($0)
            }
            tls.privateKey = .privateKey(try NIOSSLPrivateKey(file: file("\(client).key"), format: .pem))
        }
        let http = HTTPClient(eventLoopGroupProvider: .singleton, configuration: .init(tlsConfiguration: tls))
        let request = HTTPClientRequest(url: "https://127.0.0.1:\(port)/api/v1/verwerkingsberichten")
        let answer = await Task { try await http.execute(request, timeout: .seconds(10)) }.result
        try await http.shutdown()
        guard case .success(let response) = answer else { return nil }
        return String("\(response.status)".prefix(3))
    }
}
