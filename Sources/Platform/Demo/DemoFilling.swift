import Agreements
public import CivilTime
import Identity
import MessageBox
import SQL
import Sealing
import ServiceLevels
import Work

/// Makes the worked example: the previous month and the current one up to a moment, by the same acts as real
/// use.
///
/// What is made is the same for the same moment; only keys, seals and own ids differ, which are random by
/// nature.
public struct DemoFilling: Sendable {
    let installation: Installation
    let asOf: Instant
    let progress: @Sendable (String) -> Void

    public init(
        _ installation: Installation, asOf: Instant, progress: @escaping @Sendable (String) -> Void
    ) {
        self.installation = installation
        self.asOf = asOf
        self.progress = progress
    }

    /// Fills an empty installation; one that has a worked example is left as it is.
    ///
    /// - Returns: whether something was made.
    public func fill() async throws -> Bool {
        guard try await isEmpty() else { return false }
        let start = CivilMonth(at: asOf).previous.interval.start
        progress("Organisaties en inwoners")
        let cast = try await makeCast(at: start)
        try await makeChoices(cast, at: start)
        let clock = DemoClock(start)
        var days = DemoCalendar(seed: Self.seed, from: start, to: asOf)
        var evenings = DemoEvenings(from: start)
        var lastMonth: CivilMonth?
        while let delivery = days.nextDelivery() {
            let month = CivilMonth(at: delivery.at)
            if month != lastMonth { progress("Berichten van \(Dutch.text(month))") }
            lastMonth = month
            try await askForLists(before: delivery.at, &evenings, cast, clock)
            try await deliver(delivery, cast, clock)
        }
        try await askForLists(before: asOf, &evenings, cast, clock)
        try await pass(clock, to: asOf)
        try await loseAddress()
        try await addDevices()
        progress("Zaken")
        try await pushCases(cast)
        progress("Metingen")
        try await recordHeartbeats(from: start)
        clock.set(asOf)
        try await work(clock)
        try await arrangeBoxes()
        return true
    }

    /// One example is as good as another; this one has been looked at.
    private static let seed: UInt64 = 20_261

    private func isEmpty() async throws -> Bool {
        try await installation.database.read { transaction in
            try transaction.value("SELECT COUNT(*) FROM delivery", as: Int.self) == 0
        }
    }
}

extension DemoFilling {
    private func makeCast(at start: Instant) async throws -> [Organisation] {
        let keys = installation.keys
        let folder = installation.settings.keysFolder
        let terms = try TermsPolicy.read(folder: installation.settings.policiesFolder).current(at: start)
        let clientKeys = try DemoCast.senders.map { sender in
            try DemoClient.loadOrCreate(sender.oin, folder: folder)
        }
        return try await installation.database.write { transaction in
            let organisations = try zip(DemoCast.senders, clientKeys).map { sender, key in
                let organisation = try Organisation.register(
                    oin: sender.oin, name: sender.name, in: transaction, at: start)
                for type in sender.types {
                    try MessageType.define(
                        type.code, title: type.title, active: true, of: organisation.id, in: transaction,
                        at: start)
                }
                try MessageType.define(
                    DemoCast.retiredType, title: "Vervallen berichttype", active: false, of: organisation.id,
                    in: transaction, at: start)
                try Client.add(
                    id: DemoClient.id(of: sender.oin), organisation: organisation,
                    scopes: [.messages, .validation, .subscriptions, .cases],
                    jwks: key.jwks, in: transaction, at: start)
                return organisation
            }
            for citizen in DemoCast.citizens {
                try settle(citizen, organisations, terms, keys: keys, in: transaction, at: start)
            }
            return organisations
        }
    }

    private func settle(
        _ citizen: DemoCast.Citizen, _ organisations: [Organisation], _ terms: Terms?, keys: KeyRing,
        in transaction: any Transaction, at start: Instant
    ) throws {
        let person = try Person.register(
            citizen.bsn, name: citizen.name, keys: keys, in: transaction, at: start)
        if let terms { try Account.accept(terms, by: person.id, in: transaction, at: start) }
        try Box.open(for: person, in: transaction, at: start)
        if citizen.hasEmail {
            try Box.setEmail(
                "\(citizen.key)@burger.example", of: person, keys: keys, in: transaction, at: start)
        }
        for (index, organisation) in organisations.enumerated() {
            try Preference.set(
                person.id, wants: !citizen.declined.contains(index), from: organisation.id, in: transaction,
                at: start)
        }
    }

    private func deliver(
        _ delivery: DemoCalendar.Delivery, _ cast: [Organisation], _ clock: DemoClock
    ) async throws {
        try await pass(clock, to: delivery.at)
        let sender = cast[delivery.sender]
        try await validate(delivery, by: sender)
        _ = try await Delivery.park(
            batch: OnePiece(delivery.document(for: sender).xml()), by: sender, name: "demo",
            facilities: installation.facilities, at: delivery.at)
        clock.set(delivery.at.advanced(bySeconds: delivery.processingSeconds))
        try await work(clock)
    }

    /// Serves what is due at the moment of the clock, as the workers of a running server do.
    func work(_ clock: DemoClock) async throws {
        let processing = ProcessingLane(facilities: installation.facilities, now: clock.now)
        let sending = try installation.notificationSending(now: clock.now)
        try await serve(.processing, clock, processing.serve)
        try await serve(.notification, clock, sending.serve)
    }

    func serve(
        _ kind: WorkKind, _ clock: DemoClock, _ work: (LeasedLane) async throws -> Void
    ) async throws {
        let database = installation.database
        while true {
            let now = clock.now()
            let lane = try await database.write { transaction in
                try Work.lease(kind, limit: 100, seconds: 60, at: now, in: transaction)
            }
            guard let lane else { return }
            try await work(lane)
            try await database.write { try lane.release(in: $0) }
        }
    }
}

/// A body that arrives in one piece.
struct OnePiece: AsyncSequence, Sendable {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    struct Iterator: AsyncIteratorProtocol {
        fileprivate var bytes: [UInt8]?

        mutating func next() async throws -> [UInt8]? {
            defer { bytes = nil }
            return bytes
        }
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(bytes: bytes)
    }
}
