import Blobs
import CivilTime
import Identity
import Journal
import MessageBox
import SQL
import Sealing
import Synchronization
import TestKit
import Testing
import Work

/// A message box with everything real: a database of either kind, blobs, keys, organisations and citizens.
/// Only the clock is the test's.
struct Scene: Sendable {
    static let start = Instant(seconds: 1_791_194_400)
    static let waterschapOIN = "00000099000000001000"
    /// A citizen with a box and an address for notifications.
    static let anna = "999990019"
    /// A citizen with a box and no address.
    static let bilal = "999990020"
    /// A citizen whose box is suspended.
    static let chantal = "999990032"
    /// A citizen who wants no post from the waterschap.
    static let dirk = "999990044"
    /// Citizens whose mail server says "later", says "never", and takes it.
    static let esra = "999990056"
    static let femke = "999990068"
    static let gijs = "999990093"
    /// A number that passes the elfproef, of nobody here.
    static let stranger = "999990081"

    let kind: TestDatabase.Kind
    let folder: TemporaryFolder
    let facilities: Facilities
    let clock: Clock
    let waterschap: Organisation
    let gemeente: Organisation

    var database: any Database { facilities.database }
    var now: Instant { clock.now() }

    /// A clock that stands until a test moves it.
    final class Clock: Sendable {
        private let moment = Mutex(Scene.start)
        var now: @Sendable () -> Instant { { [self] in moment.withLock { $0 } } }
        func pass(_ seconds: Int64) { moment.withLock { $0 = $0.advanced(bySeconds: seconds) } }
        func set(_ to: Instant) { moment.withLock { $0 = to } }
    }
}

func withScene(
    _ kind: TestDatabase.Kind, rehearsal: Rehearsal? = nil, _ body: (Scene) async throws -> Void
) async throws {
    let folder = try TemporaryFolder()
    try KeyRing.create(folder: folder.file("keys"))
    let keys = try KeyRing.load(folder: folder.file("keys"))
    let clock = Scene.Clock()
    let migrations =
        IdentitySchema.migrations + BlobSchema.migrations + JournalSchema.migrations + WorkSchema.migrations
        + MessageBoxSchema.migrations
    try await withDatabase(kind, migrations) { database in
        let blobs: any BlobStore =
            switch kind {
            case .sqlite:
                try SegmentBlobStore(
                    folder: folder.file("blobs"), database: database, keys: keys, now: clock.now)
            case .postgres: TableBlobStore(database: database, keys: keys, now: clock.now)
            }
        let facilities = Facilities(
            database: database, blobs: blobs, keys: keys, bell: WorkBell(), limits: .ofTheTests,
            notifications: .ofTheTests, rehearsal: rehearsal)
        let (waterschap, gemeente) = try await database.write { transaction in
            let organisations = try populate(keys, in: transaction)
            try rehearsal?.settle(keys: keys, in: transaction, at: Scene.start)
            return organisations
        }
        try await body(
            Scene(
                kind: kind, folder: folder, facilities: facilities, clock: clock, waterschap: waterschap,
                gemeente: gemeente))
    }
}

private func populate(
    _ keys: KeyRing, in transaction: any Transaction
) throws -> (waterschap: Organisation, gemeente: Organisation) {
    let start = Scene.start
    let waterschap = try Organisation.register(
        oin: try #require(OIN(Scene.waterschapOIN)), name: "Waterschap", in: transaction, at: start)
    let gemeente = try Organisation.register(
        oin: try #require(OIN("00000099000000002000")), name: "Gemeente", in: transaction, at: start)
    for organisation in [waterschap, gemeente] {
        try MessageType.define(
            "WATER", title: "Aanslag", active: true, of: organisation.id, in: transaction, at: start)
    }
    try MessageType.define(
        "OUD", title: "Vervallen", active: false, of: waterschap.id, in: transaction, at: start)
    for (digits, name) in [
        (Scene.anna, "Anna de Test"), (Scene.bilal, "Bilal"), (Scene.chantal, "Chantal"),
        (Scene.dirk, "Dirk"), (Scene.esra, "Esra"), (Scene.femke, "Femke"), (Scene.gijs, "Gijs"),
    ] {
        let person = try Person.register(
            try #require(BSN(digits)), name: name, keys: keys, in: transaction, at: start)
        try Box.open(for: person, in: transaction, at: start)
        let isWanted = digits != Scene.dirk
        try Preference.set(
            person.id, wants: isWanted, from: waterschap.id, in: transaction, at: start)
        try Preference.set(person.id, wants: true, from: gemeente.id, in: transaction, at: start)
        if let address = addresses[digits] {
            try Box.setEmail(address, of: person, keys: keys, in: transaction, at: start)
        }
        if digits == Scene.chantal {
            try Box.find(person, in: transaction)?.change(to: .suspended, in: transaction, at: start)
        }
    }
    return (waterschap, gemeente)
}

private let addresses = [
    Scene.anna: "anna@example.org", Scene.esra: "later@example.org", Scene.femke: "unknown@example.org",
    Scene.gijs: "gijs@example.org",
]

extension NotificationRules {
    /// As the policy of the product has them.
    static let ofTheTests = NotificationRules(
        reminderDays: 3, reminderTime: .init(hour: 9, minute: 0) ?? .midnight, codeSeconds: 3_600,
        codesPerHour: 5, wrongCodes: 5, bounces: 5, bounceSeconds: 30 * 86_400)
}

extension DeliveryLimits {
    /// As the agreement and the interface description of the product have them.
    static let ofTheTests = DeliveryLimits(
        attachmentBytes: 512_000, batchBytes: 100_000_000, dateRangeSeconds: 13 * 86_400,
        parkedSeconds: 7 * 86_400, idempotencyKeySeconds: 7 * 86_400, binSeconds: 30 * 86_400,
        reportFetchSeconds: 30 * 86_400)
}
