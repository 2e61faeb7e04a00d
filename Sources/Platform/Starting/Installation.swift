import AgreementFiles
import Agreements
import Blobs
public import CivilTime
import Identity
import Logging
public import MessageBox
import PersonalData
import PostgresDriver
public import SQL
import SQLiteDriver
public import Sealing
import Work

/// An installation that has been opened: its folder is locked, its keys are loaded, its schema is up to date.
public struct Installation: Sendable {
    public let settings: Settings
    public let facilities: Facilities
    public let subscriptions: SubscriptionRules
    public let pushes: PushRules
    let sources: SourceSet
    /// Which agreements concern which organisations.
    let parties: PartyFile
    let stubs: StubServer
    /// How long a closed account can be opened again, before it is erased.
    let closedAccountDays: Int
    /// How long it is remembered that an event about a case came.
    let caseEventDays: Int
    let folder: DataFolder
    let now: @Sendable () -> Instant

    public var database: any Database { facilities.database }
    public var keys: KeyRing { facilities.keys }

    public enum Failure: Error, CustomStringConvertible {
        case otherEnvironment(stored: String, asked: String)
        case noAgreement(String)
        case noSubscriptionRules(String)
        case noReofferTerm(String)

        public var description: String {
            switch self {
            case .otherEnvironment(let stored, let asked):
                "this data belongs to the environment '\(stored)', not '\(asked)'; start it as that"
            case .noAgreement(let name):
                "no agreement '\(name)' holds today; put its file in the folder of agreements"
            case .noSubscriptionRules(let name):
                """
                the agreement '\(name)' does not say when the subscription service runs: expected a number \
                of requests for each of its three kinds, all in one window that is the same every day, and a \
                term that fits in it
                """
            case .noReofferTerm(let name):
                """
                the agreement '\(name)' does not say how long processing reports are offered again: expected \
                a norm of the kind 'reoffer'
                """
            }
        }
    }

    /// The agreement whose clauses the message box is held to, and that bounds its messages.
    public static let messageBoxAgreement = "mijnoverheid-sno"

    /// Opens an installation, and makes what is not there yet: folder, keys, schema, the environment it is
    /// for.
    public static func open(
        _ settings: Settings, now: @escaping @Sendable () -> Instant
    ) async throws -> Installation {
        FileSystem.keepPrivate()
        let folder = try DataFolder(settings.dataFolder)
        let keys = try KeyRing.loadOrCreate(folder: settings.keysFolder)
        let database = try await openDatabase(settings, folder)
        try await database.migrate(InstallationSchema.migrations, at: now())
        try await settle(settings.environment, in: database, at: now())
        try await publishAgreements(settings, in: database, at: now())
        // The data folder is this process's own; servers on one PostgreSQL wait for one another's leases.
        if settings.postgres == nil {
            try await database.write { try Work.takeOver(in: $0, at: now()) }
        }
        let blobs: any BlobStore =
            settings.postgres == nil
            ? try SegmentBlobStore(folder: folder.blobFolder, database: database, keys: keys, now: now)
            : TableBlobStore(database: database, keys: keys, now: now)
        let agreement = try await agreement(in: database, at: now())
        let path = "\(settings.policiesFolder)/retention.yaml"
        let retention = try RetentionFile(text: try FileSystem.text(path), name: path)
        let facilities = Facilities(
            database: database, blobs: blobs, keys: keys, bell: WorkBell(),
            limits: try limits(retention, agreement),
            notifications: try NotificationRules.read(folder: settings.policiesFolder),
            rehearsal: try settings.environment == .preproduction
                ? Rehearsal(policies: settings.policiesFolder) : nil)
        if let rehearsal = facilities.rehearsal {
            try await database.write { try rehearsal.settle(keys: keys, in: $0, at: now()) }
        }
        guard let subscriptions = SubscriptionRules(agreement, settings.environment.agreed) else {
            throw Failure.noSubscriptionRules(messageBoxAgreement)
        }
        guard let pushes = PushRules(agreement, settings) else {
            throw Failure.noReofferTerm(messageBoxAgreement)
        }
        let stubs = StubServer()
        let sources = try await readSources(settings, stubs, in: database, now: now)
        return Installation(
            settings: settings, facilities: facilities, subscriptions: subscriptions, pushes: pushes,
            sources: sources,
            parties: try await PartyFile.read(folder: settings.policiesFolder, in: database, at: now()),
            stubs: stubs, closedAccountDays: retention.closedAccountDays,
            caseEventDays: retention.caseEventDays,
            folder: folder, now: now)
    }

    private static func readSources(
        _ settings: Settings, _ stubs: StubServer, in database: any Database,
        now: @escaping @Sendable () -> Instant
    ) async throws -> SourceSet {
        let sources = try SourceSet.read(
            folder: settings.policiesFolder, keys: settings.keysFolder, environment: settings.environment,
            stubs: stubs, now: now)
        let moment = now()
        try await database.write { try sources.register(in: $0, at: moment) }
        return sources
    }

    private static func openDatabase(
        _ settings: Settings, _ folder: DataFolder
    ) async throws -> any Database {
        guard let postgres = settings.postgres else {
            return try SQLiteDatabase.open(path: folder.databaseFile)
        }
        return try await PostgresDatabase.connect(postgres, connections: postgresConnections)
    }

    /// Enough for the acts that two cores keep going while others wait for the disk.
    private static let postgresConnections = 16

    private static func settle(
        _ environment: Environment, in database: any Database, at now: Instant
    ) async throws {
        try await database.write { transaction in
            let stored: String? = try transaction.value(
                "SELECT environment FROM installation WHERE number = 1")
            if let stored {
                guard stored == environment.rawValue else {
                    throw Failure.otherEnvironment(stored: stored, asked: environment.rawValue)
                }
                return
            }
            try transaction.run(
                """
                INSERT INTO installation (number, environment, created_at)
                VALUES (1, \(environment.rawValue), \(now))
                """)
        }
    }

    private static func publishAgreements(
        _ settings: Settings, in database: any Database, at now: Instant
    ) async throws {
        let folder = try await AgreementFolder.read(settings.agreementsFolder)
        try await database.write { transaction in
            for file in folder.agreements { try PublishedAgreement.publish(file, in: transaction, at: now) }
        }
    }

    private static func agreement(in database: any Database, at now: Instant) async throws -> Agreement {
        let published = try await database.read { transaction in
            try PublishedAgreement.current(messageBoxAgreement, at: now, in: transaction)
        }
        guard let published else { throw Failure.noAgreement(messageBoxAgreement) }
        return published.agreement
    }

    private static func limits(_ retention: RetentionFile, _ agreement: Agreement) throws -> DeliveryLimits {
        guard let bytes = agreement.attachmentBytesLimit else {
            throw Failure.noAgreement(messageBoxAgreement)
        }
        return DeliveryLimits(
            attachmentBytes: bytes, batchBytes: ExchangeLimits.batchBytes,
            dateRangeSeconds: ExchangeLimits.dateRangeSeconds,
            parkedSeconds: Int64(retention.parkedDays) * 86_400,
            idempotencyKeySeconds: Int64(retention.idempotencyKeyDays) * 86_400,
            binSeconds: Int64(retention.binDays) * 86_400,
            reportFetchSeconds: Int64(retention.reportFetchDays) * 86_400)
    }

    public func close() async {
        await closeSources()
        await database.close()
        folder.release()
    }
}

extension Installation {
    /// A line that does not end well ends with the process; what matters is the database.
    private func closeSources() async {
        do {
            try await sources.close()
            try await stubs.stop()
        } catch {
            Logger(label: "peil").warning("a source's line did not end well", metadata: ["cause": "\(error)"])
        }
    }
}

/// Bounds of the existing interface that its connection manual sets, beside the agreement (facts of the
/// interface, § 1).
private enum ExchangeLimits {
    static let batchBytes = 100_000_000
    /// "13 days" is 13 × 24 hours.
    static let dateRangeSeconds: Int64 = 13 * 86_400
}

extension Environment {
    /// As agreements tell environments apart: the worked example is like the real thing.
    fileprivate var agreed: Agreements.Environment { self == .preproduction ? .preproduction : .production }
}

extension Agreement {
    /// SNO-10: the largest total of the attachments of one message.
    fileprivate var attachmentBytesLimit: Int? {
        clauses.lazy.flatMap(\.lines).compactMap { line in
            if case .size(let norm) = line.norm { norm.limit.largestKept } else { nil }
        }.first
    }
}

extension KeyRing {
    /// The keys of a folder; made at the first start.
    static func loadOrCreate(folder: String) throws -> KeyRing {
        if !FileSystem.exists(folder) { try create(folder: folder) }
        return try load(folder: folder)
    }
}
