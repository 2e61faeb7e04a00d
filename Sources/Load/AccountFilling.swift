public import CivilTime
public import Identity
public import MessageBox
import SQL

/// Makes an installation as large as a measurement wants it: accounts by the hundred thousand, with a box,
/// an address, a preference and some messages each. The verbs are those of real use; each transaction holds
/// many accounts.
public struct AccountFilling: Sendable {
    private let facilities: Facilities
    private let now: Instant

    public init(_ facilities: Facilities, at now: Instant) {
        self.facilities = facilities
        self.now = now
    }

    /// A second of work, and as much lost when it is stopped.
    private static let accountsPerTransaction = 2_000

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

    /// Makes the accounts, and signs the first ones in.
    ///
    /// - Returns: for each who is signed in a line with the cookie, and the id of the newest message.
    public func addAccounts(
        _ count: Int, messagesEach: Int, signedIn: Int, from sender: Organisation,
        progress: (Int) -> Void
    ) async throws -> [String] {
        precondition(count <= TestNumbers.countLimit, "there are no more test numbers")
        let origin = try await firstDelivery(of: sender)
        var numbers = TestNumbers()
        var cookies: [String] = []
        for start in stride(from: 0, to: count, by: Self.accountsPerTransaction) {
            let end = min(start + Self.accountsPerTransaction, count)
            let citizens = (start..<end).map { _ in numbers.next() }
            let signIns = max(0, min(signedIn - start, citizens.count))
            cookies += try await facilities.database.write { transaction in
                try citizens.enumerated().compactMap { index, bsn in
                    let (person, newest) = try add(bsn, messagesEach, origin, in: transaction)
                    guard index < signIns else { return nil }
                    let token = try Session.start(for: .citizen(person.id), in: transaction, at: now)
                    return token.text + (newest.map { " \($0)" } ?? "")
                }
            }
            progress(end)
        }
        return cookies
    }

    /// The delivery that the messages are said to come from.
    private func firstDelivery(of sender: Organisation) async throws -> Delivery {
        guard let server = LoadServer("http://127.0.0.1:1") else {
            preconditionFailure("this is an address")
        }
        var requests = MessageRequests(server: server, token: "", bodyBytes: 500, accounts: 1, valid: true)
        let receipt = try await Delivery.park(
            message: requests.nextBody(), by: sender, name: LoadCast.client, idempotencyKey: nil,
            facilities: facilities, at: now)
        return try await facilities.database.read { transaction in
            guard let delivery = try Delivery.find(receipt.id, of: sender.id, in: transaction) else {
                throw LoadError(description: "the first delivery is not there")
            }
            return delivery
        }
    }

    private func add(
        _ bsn: BSN, _ messages: Int, _ origin: Delivery, in transaction: any Transaction
    ) throws -> (Person, newest: Message.ID?) {
        let keys = facilities.keys
        let person = try Person.register(
            bsn, name: "Inwoner van een meting", keys: keys, in: transaction, at: now)
        try Box.open(for: person, in: transaction, at: now)
        try Box.setEmail("inwoner@burger.example", of: person, keys: keys, in: transaction, at: now)
        try Preference.set(
            person.id, wants: true, from: origin.organisation, in: transaction, at: now)
        var newest: Message.ID?
        for day in (0..<messages).reversed() {
            newest = try Message.place(
                subject: "Een bericht van een meting", text: Self.text, for: person, from: origin, keys: keys,
                in: transaction, at: now.advanced(bySeconds: -86_400 * Int64(day)))
        }
        return (person, newest)
    }

    /// 200 bytes.
    private static let text = String(repeating: "Dit is een regel. ", count: 12).prefix(200).description
}
