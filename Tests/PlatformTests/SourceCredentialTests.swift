import CivilTime
import Foundation
import PersonalData
import TestKit
import Testing

@testable import Platform

/// What `sources.yaml` says of credentials: names of files, never secrets.
@Suite struct SourceCredentialTests {
    private static func declaration(_ credentials: String, address: String = "https://bron.example") -> String
    {
        """
        sources:
          - key: woz
            kind: woz
            title: {nl: Waarde, en: Value}
            owner: {oin: "00000099000000002000", name: Waterschap}
            address: \(address)
            timeout_ms: 2000
            credentials: \(credentials)
            correction: {nl: Bel ons, en: Call us}
            fields: [{path: waarde, label: {nl: Waarde, en: Value}}]
        """
    }

    private func read(
        _ declaration: String, files: [String: String] = [:], mode: Int = 0o600
    ) throws -> SourceSet {
        let folder = try TemporaryFolder()
        try Data(declaration.utf8).write(to: URL(filePath: folder.file("sources.yaml")))
        for (name, text) in files {
            let made = FileManager.default.createFile(
                atPath: folder.file(name), contents: Data(text.utf8),
                attributes: [.posixPermissions: mode])
            #expect(made)
        }
        return try SourceSet.read(
            folder: folder.path, keys: folder.path, environment: .production, stubs: StubServer(),
            now: { Instant(seconds: 1_790_000_000) })
    }

    @Test func `a token comes from a private file, and a line end after it does no harm`() async throws {
        let set = try read(Self.declaration("{token_file: woz.token}"), files: ["woz.token": "abc.def-1\n"])
        #expect(set.sources.map(\.key) == ["woz"])
        try await set.close()
    }

    @Test(arguments: [
        ("{token_file: woz.token}", "", 0o600), ("{token_file: woz.token}", "twee woorden", 0o600),
        ("{token_file: woz.token}", "abc", 0o644), ("{token_file: weg.token}", "abc", 0o600),
        ("{token_file: ../woz.token}", "abc", 0o600), ("{token_file: /etc/passwd}", "abc", 0o600),
        ("{certificate_file: woz.token}", "abc", 0o600),
        ("{certificate_file: woz.token, key_file: woz.token}", "geen PEM", 0o600),
        ("{trust_file: woz.token}", "geen PEM", 0o600), ("{}", "abc", 0o600),
    ])
    func `credentials that cannot be used stop the start, and the reason holds no secret`(
        _ credentials: String, _ text: String, _ mode: Int
    ) throws {
        let error = #expect(throws: (any Error).self) {
            try read(Self.declaration(credentials), files: ["woz.token": text], mode: mode)
        }
        if text.count > 5 { #expect(!"\(try #require(error))".contains(text)) }
    }

    @Test func `a stub takes no credentials`() {
        #expect(throws: (any Error).self) {
            try read(
                Self.declaration("{token_file: woz.token}", address: "stub"), files: ["woz.token": "abc"])
        }
    }
}
