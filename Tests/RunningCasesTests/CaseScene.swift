import CivilTime
import Identity
import Journal
import RunningCases
import SQL
import Sealing
import Synchronization
import TestKit
import Testing

/// Two organisations, people with and without an account, and everything real but the clock.
struct CaseScene: Sendable {
    static let start = Instant(seconds: 1_791_194_400)
    static let anna = "999990019"
    static let bilal = "999990020"
    /// A number that passes the elfproef, of nobody here.
    static let stranger = "999990081"

    let register: CaseRegister
    let database: any Database
    let keys: KeyRing
    let gemeente: Organisation
    let waterschap: Organisation

    /// A moment so many minutes before now.
    func before(_ minutes: Int64) -> Instant { Self.start.advanced(bySeconds: -60 * minutes) }

    func body(
        _ minutes: Int64, _ citizen: String = anna, state: String = "open", more: String = ""
    ) -> [UInt8] {
        Array(
            """
            {"betrokkene":{"type":"BSN","waarde":"\(citizen)"},"zaaktype":"Omgevingsvergunning",
             "omschrijving":"Dakkapel \(minutes)","gewijzigdOp":"\(before(minutes).rfc3339)",
             "status":"\(state)"\(more)}
            """.utf8)
    }

    @discardableResult
    func put(
        _ body: [UInt8], as id: String = "Z-1", by caller: Organisation? = nil
    ) async throws -> CaseReceipt {
        try await register.take(
            .whole(body, caseID: id, at: Self.start), by: caller ?? gemeente, name: "test", at: Self.start)
    }

    @discardableResult
    func post(
        _ statusID: String, _ minutes: Int64, _ title: String, of id: String = "Z-1", state: String? = nil,
        step: String? = nil
    ) async throws -> CaseReceipt {
        let more =
            (state.map { #","status":"\#($0)""# } ?? "")
            + (step.map { #","stapVoorU":{"omschrijving":"\#($0)","uiterlijk":"2026-11-30"}"# } ?? "")
        let text = """
            {"statusId":"\(statusID)","tijdstip":"\(before(minutes).rfc3339)",\
            "omschrijving":"\(title)"\(more)}
            """
        return try await register.take(
            .status(Array(text.utf8), caseID: id, at: Self.start), by: gemeente, name: "test", at: Self.start)
    }

    func event(
        _ type: String, id: String, _ minutes: Int64, subject: String = "Z-1", data: String? = nil,
        oin: String = "00000099000000002000"
    ) -> [UInt8] {
        Array(
            """
            {"specversion":"1.0","id":"\(id)","source":"urn:nld:oin:\(oin):systeem:open-zaak",
             "type":"nl.overheid.zaken.zaak-\(type)","subject":"\(subject)","extra":"mag",
             "time":"\(before(minutes).rfc3339)"\(data.map { ",\"data\":\($0)" } ?? "")}
            """.utf8)
    }

    static let opening = #"""
        {"betrokkene":{"type":"BSN","waarde":"999990019"},"zaaktype":"Omgevingsvergunning",
         "omschrijving":"Dakkapel","bronorganisatie":"00000099000000002000"}
        """#

    @discardableResult
    func take(_ event: [UInt8], by caller: Organisation? = nil) async throws -> CaseReceipt {
        try await register.take(
            CaseEvent.read(event, at: Self.start), by: caller ?? gemeente, name: "test", at: Self.start)
    }

    func reader(_ digits: String = anna) async throws -> CaseReader {
        CaseReader(of: try await person(digits), in: register)
    }

    func stepCount() async throws -> Int {
        let person = try await person(Self.anna)
        return try await database.read { try CaseReader.stepCount(of: person, in: $0) }
    }

    private func person(_ digits: String) async throws -> Person.ID {
        let (keys, bsn) = (keys, try #require(BSN(digits)))
        let person = try await database.read { try Person.find(bsn, keys: keys, in: $0) }
        return try #require(person).id
    }

    func cases(of digits: String = anna) async throws -> [RunningCase] {
        let listing = try await reader(digits).list(limit: 50, at: Self.start)
        return listing.open + listing.closed
    }

    func story(of digits: String = anna) async throws -> [String] {
        let reader = try await reader(digits)
        let first = try #require(try await cases(of: digits).first)
        return try await reader.open(first.id, at: Self.start).story.map { $0.title ?? $0.kind.rawValue }
    }

    func count(_ statement: Statement) async throws -> Int {
        try await database.read { try $0.value(statement, as: Int.self) ?? -1 }
    }
}

func withCases(_ kind: TestDatabase.Kind, _ body: (CaseScene) async throws -> Void) async throws {
    let folder = try TemporaryFolder()
    try KeyRing.create(folder: folder.file("keys"))
    let keys = try KeyRing.load(folder: folder.file("keys"))
    let migrations =
        IdentitySchema.migrations + JournalSchema.migrations + RunningCasesSchema.migrations
    try await withDatabase(kind, migrations) { database in
        let organisations = try await database.write { transaction in
            for (digits, name) in [(CaseScene.anna, "Anna"), (CaseScene.bilal, "Bilal")] {
                _ = try Person.register(
                    try #require(BSN(digits)), name: name, keys: keys, in: transaction, at: CaseScene.start)
            }
            return try ["00000099000000002000", "00000099000000001000"].map { oin in
                try Organisation.register(
                    oin: try #require(OIN(oin)), name: "Organisatie \(oin.suffix(4))", in: transaction,
                    at: CaseScene.start)
            }
        }
        try await body(
            CaseScene(
                register: CaseRegister(database: database, keys: keys), database: database, keys: keys,
                gemeente: organisations[0], waterschap: organisations[1]))
    }
}
