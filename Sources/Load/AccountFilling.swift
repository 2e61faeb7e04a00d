public import CivilTime
public import Identity
public import MessageBox
import SQL

/// Makes an installation as large as a measurement wants it: accounts by the million, with a box, an address
/// and a preference each. The verbs are those of real use; each transaction holds many
/// accounts.
///
/// Ids and moments grow as they do in real use, so that rows lie on the disk as they would there.
public struct AccountFilling: Sendable {
    private let facilities: Facilities
    private let now: Instant

    public init(_ facilities: Facilities, at now: Instant) {
        self.facilities = facilities
        self.now = now
    }

    /// A second of work, and as much lost when it is stopped.
    private static let accountsPerTransaction = 10_000

    /// The organisation that delivers, its kind of message, and its client with this key.
    public func addSender(key: ClientKey) async throws -> Organisation {
        let now = now
        return try await facilities.database.write { transaction in
            let sender = try Organisation.register(
                oin: LoadCast.oin, name: LoadCast.name, in: transaction, at: now)
            try MessageType.define(
                LoadCast.typeCode, title: LoadCast.typeTitle, active: true, of: sender.id, in: transaction,
                at: now)
            try Client.add(
                id: LoadCast.client, organisation: sender,
                scopes: [.messages, .validation, .subscriptions], jwks: key.jwks,
                in: transaction, at: now)
            return sender
        }
    }

    /// Makes the accounts, one a millisecond, the last one just now.
    public func addAccounts(
        _ count: Int, wanting sender: Organisation, progress: (Int) -> Void
    ) async throws {
        precondition(count <= TestNumbers.countLimit, "there are no more test numbers")
        var numbers = TestNumbers()
        for start in stride(from: 0, to: count, by: Self.accountsPerTransaction) {
            let places = start..<min(start + Self.accountsPerTransaction, count)
            let citizens = places.map { place in (place, numbers.next()) }
            try await facilities.database.write { transaction in
                for (place, bsn) in citizens {
                    let madeAt = now.advanced(byMicroseconds: 1_000 * Int64(place - count))
                    try add(bsn, wanting: sender, in: transaction, at: madeAt)
                }
            }
            progress(places.upperBound)
        }
    }

    private func add(
        _ bsn: BSN, wanting sender: Organisation, in transaction: any Transaction, at madeAt: Instant
    ) throws {
        let keys = facilities.keys
        let person = try Person.register(
            bsn, name: "Inwoner van een meting", keys: keys, in: transaction, at: madeAt)
        try Box.open(for: person, in: transaction, at: madeAt)
        try Box.setEmail("inwoner@burger.example", of: person, keys: keys, in: transaction, at: madeAt)
        try Preference.set(person.id, wants: true, from: sender.id, in: transaction, at: madeAt)
    }
}
