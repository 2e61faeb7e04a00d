import AgreementFiles
import Agreements
import CivilTime
import MessageBox
import SQL
import TestKit
import Testing

@testable import Platform

@Suite struct InstallationTests {
    static let now = Instant(seconds: 1_790_000_000)

    /// Settings for an installation in a folder of its own, with the agreements and policies of this
    /// repository.
    private func settings(
        in folder: TemporaryFolder, environment: String = "demo", _ more: [String: String] = [:]
    ) async throws -> Settings {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        var flags = [
            "environment": environment, "data": folder.file("data"), "keys": folder.file("keys"),
            "agreements": "/\(root)/agreements", "policies": "/\(root)/policies",
        ]
        flags.merge(more) { $1 }
        return try await Settings.read(flags: flags, file: nil)
    }

    @Test(arguments: TestDatabase.kinds)
    func `the whole schema is made on a fresh database, and found complete the second time`(
        _ kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, InstallationSchema.migrations) { database in
            try await database.migrate(InstallationSchema.migrations, at: Self.now)
        }
    }

    @Test func `an installation remembers its environment and refuses to start as another`() async throws {
        let folder = try TemporaryFolder()
        let demo = try await settings(in: folder)
        let installation = try await Installation.open(demo) { Self.now }
        await installation.close()
        let production = try await settings(in: folder, environment: "production")
        await #expect(throws: Installation.Failure.self) {
            _ = try await Installation.open(production) { Self.now }
        }
    }

    @Test func `a data folder that is in use is refused, by name`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.file("data")
        let first = try DataFolder(path)
        let refusal = #expect(throws: DataFolder.Failure.self) { _ = try DataFolder(path) }
        #expect("\(try #require(refusal))".contains(path))
        #expect(first.path == path)
    }

    @Test(arguments: [
        ("port", "eighty"), ("port", "70000"), ("environment", "test"), ("provider-oin", "1"),
        ("mutual-tls-port", "8443"),
    ])
    func `a setting that cannot be used is refused by its name, without its value`(
        _ key: String, _ value: String
    ) async throws {
        let folder = try TemporaryFolder()
        let refusal = await #expect(throws: SettingsError.self) {
            _ = try await settings(in: folder, [key: value])
        }
        let text = "\(try #require(refusal))"
        #expect(text.contains("mutual-tls") || text.contains(key))
        #expect(!text.contains("'\(value)'"))
    }

    @Test func `SNO-10: the limit on attachments is the agreement's`() async throws {
        let folder = try TemporaryFolder()
        let installation = try await Installation.open(try await settings(in: folder)) { Self.now }
        #expect(installation.facilities.limits.attachmentBytes == 512_000)
        await installation.close()
    }

    @Test func `SNO-15 to SNO-18: night, numbers and term of the subscription service are the agreement's`()
        async throws
    {
        let folder = try TemporaryFolder()
        let installation = try await Installation.open(try await settings(in: folder)) { Self.now }
        let rules = installation.subscriptions
        #expect(rules.perNight == [.all: 225, .list: 150, .changes: 150])
        #expect("\(rules.opensAt)-\(rules.closesAt)" == "23:00-07:00")
        #expect(rules.longestSeconds == 14_400)
        await installation.close()
    }

    @Test(arguments: [
        ("hours: 23:00-07:00", "hours: 22:00-06:30", "22:00-06:30"),
        ("hours: 23:00-07:00", "hours: ma-vr 23:00-07:00", nil),
        ("hours: 23:00-07:00", "hours: 02:00-06:30", nil),
        ("flow: subscriptions_list\n        maximum", "flow: validations\n        maximum", nil),
    ])
    func `SNO-18: another night in the agreement is another night, and one that does not fit is refused`(
        from: String, to: String, night: String?
    ) async throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = try #require(
            try await AgreementFile.folder("/\(root)/agreements").first {
                $0.agreement.name == "mijnoverheid-sno"
            })
        try #require(file.text.contains(from))
        let changed = try AgreementFile(name: "copy.yaml", text: file.text.replacing(from, with: to))
        let rules = SubscriptionRules(changed.agreement, .production)
        #expect(rules.map { "\($0.opensAt)-\($0.closesAt)" } == night)
    }
}
