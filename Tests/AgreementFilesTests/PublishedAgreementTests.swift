import AgreementFiles
import Agreements
import CivilTime
import SQL
import TestKit
import Testing

struct PublishedAgreementTests {
    private func file(_ from: String = "", _ to: String = "") throws -> AgreementFile {
        let text = try Shipped.sno.text()
        return try AgreementFile(name: "sno.yaml", text: from.isEmpty ? text : text.replacing(from, with: to))
    }

    private func current(at moment: String, in database: any Database) async throws -> PublishedAgreement? {
        let moment = try instant(moment)
        return try await database.read { transaction in
            try PublishedAgreement.current("mijnoverheid-sno", at: moment, in: transaction)
        }
    }

    private func publish(
        _ file: AgreementFile, at moment: String, in database: any Database
    ) async throws -> Bool {
        let moment = try instant(moment)
        return try await database.write { try PublishedAgreement.publish(file, in: $0, at: moment) }
    }

    @Test(arguments: TestDatabase.kinds)
    func `SNO-60 a published version holds from its day, and until it is replaced`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, PublishedAgreement.migrations) { database in
            #expect(try await publish(file(), at: "2026-01-05T10:00:00Z", in: database))
            let found = try #require(try await current(at: "2026-10-01T00:00:00Z", in: database))
            #expect(found.agreement.title == "Serviceniveauovereenkomst voor MijnOverheid")
            #expect(found.hash.count == 32)
            #expect(found.validFrom.rfc3339 == "2019-12-31T23:00:00Z")
            #expect(try await current(at: "2019-12-31T22:59:59Z", in: database) == nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the same text is published once and keeps its first moment`(kind: TestDatabase.Kind) async throws {
        try await withDatabase(kind, PublishedAgreement.migrations) { database in
            #expect(try await publish(file(), at: "2026-01-05T10:00:00Z", in: database))
            #expect(try await !publish(file(), at: "2026-02-05T10:00:00Z", in: database))
            let found = try await current(at: "2026-10-01T00:00:00Z", in: database)
            #expect(found?.recordedAt.rfc3339 == "2026-01-05T10:00:00Z")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a version that starts later takes over on its day, and a correction replaces what it corrects`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, PublishedAgreement.migrations) { database in
            let next = try file("valid_from: 2020-01-01\nvalid_until: 2021-01-01", "valid_from: 2026-07-01")
            let corrected = try file("1.0 januari 2020", "1.0 januari 2020, verbeterd")
            _ = try await publish(next, at: "2026-01-05T10:00:00Z", in: database)
            _ = try await publish(file(), at: "2026-01-06T10:00:00Z", in: database)
            _ = try await publish(corrected, at: "2026-01-07T10:00:00Z", in: database)
            let before = try await current(at: "2026-06-30T21:59:59Z", in: database)
            #expect(before?.agreement.edition == "1.0 januari 2020, verbeterd")
            let after = try await current(at: "2026-06-30T22:00:00Z", in: database)
            #expect(after?.agreement.validity.until == nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `a version whose term has passed is no longer current where it does not hold until replaced`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, PublishedAgreement.migrations) { database in
            _ = try await publish(
                file("  value: true\n  assumed: true", "  value: false\n  assumed: true"),
                at: "2026-01-05T10:00:00Z", in: database)
            #expect(try await current(at: "2020-12-31T22:59:59Z", in: database) != nil)
            #expect(try await current(at: "2020-12-31T23:00:00Z", in: database) == nil)
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `what held is answered by what was on record at the moment that counts`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, PublishedAgreement.migrations) { database in
            let corrected = try file("1.0 januari 2020", "1.0 januari 2020, verbeterd")
            _ = try await publish(file(), at: "2026-01-05T10:00:00Z", in: database)
            _ = try await publish(corrected, at: "2026-03-01T10:00:00Z", in: database)
            func edition(at moment: String, knownAt: String) async throws -> String? {
                let (moment, known) = (try instant(moment), try instant(knownAt))
                return try await database.read { transaction in
                    try PublishedAgreement.at("mijnoverheid-sno", moment, knownAt: known, in: transaction)?
                        .agreement.edition
                }
            }
            let february = "2026-02-01T00:00:00Z"
            #expect(try await edition(at: february, knownAt: "2026-01-05T09:59:59Z") == nil)
            #expect(try await edition(at: february, knownAt: "2026-01-05T10:00:00Z") == "1.0 januari 2020")
            #expect(try await edition(at: february, knownAt: february) == "1.0 januari 2020")
            #expect(
                try await edition(at: february, knownAt: "2026-03-01T10:00:00Z")
                    == "1.0 januari 2020, verbeterd")
        }
    }

    @Test(arguments: TestDatabase.kinds)
    func `the versions are listed, the one that starts last first and a correction before its original`(
        kind: TestDatabase.Kind
    ) async throws {
        try await withDatabase(kind, PublishedAgreement.migrations) { database in
            let next = try file("valid_from: 2020-01-01\nvalid_until: 2021-01-01", "valid_from: 2026-07-01")
            let corrected = try file("1.0 januari 2020", "1.0 januari 2020, verbeterd")
            _ = try await publish(next, at: "2026-01-05T10:00:00Z", in: database)
            _ = try await publish(file(), at: "2026-01-06T10:00:00Z", in: database)
            _ = try await publish(corrected, at: "2026-01-07T10:00:00Z", in: database)
            let versions = try await database.read { transaction in
                try PublishedAgreement.versions(of: "mijnoverheid-sno", in: transaction)
            }
            #expect(
                versions.map(\.agreement.edition) == [
                    "1.0 januari 2020", "1.0 januari 2020, verbeterd", "1.0 januari 2020",
                ])
            #expect(
                versions.map(\.recordedAt.rfc3339) == [
                    "2026-01-05T10:00:00Z", "2026-01-07T10:00:00Z", "2026-01-06T10:00:00Z",
                ])
        }
    }
}
