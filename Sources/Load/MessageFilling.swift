public import CivilTime
public import Identity
public import MessageBox
import SQL

/// Puts messages in the boxes of an installation that is to be measured: one a day in each, the oldest day
/// first, so that the messages of one box lie as far apart on the disk as they would in real use.
public struct MessageFilling: Sendable {
    private let facilities: Facilities
    private let accounts: Int
    private let count: Int
    private let now: Instant

    /// - Parameter count: in all; where it is no multiple of the accounts, the last ones get one less.
    public init(_ facilities: Facilities, accounts: Int, count: Int, at now: Instant) {
        precondition(accounts > 0 || count == 0, "a message goes to somebody")
        self.facilities = facilities
        self.accounts = accounts
        self.count = count
        self.now = now
    }

    /// A second of work, and as much lost when it is stopped.
    private static let messagesPerTransaction = 20_000

    public func addMessages(from sender: Organisation, progress: (Int) -> Void) async throws {
        let origin = try await firstDelivery(of: sender)
        var portion = try await portion(after: Place(), from: origin)
        while !portion.messages.isEmpty {
            let ready = portion
            // While one portion is written, another core seals the next.
            async let following = self.portion(after: ready.end, from: origin)
            try await facilities.database.write { transaction in
                for message in ready.messages { try message.insert(in: transaction) }
            }
            progress(ready.end.made)
            portion = try await following
        }
    }

    /// How far the filling is: every person in turn, day after day.
    private struct Place {
        var made = 0
        var person = Person.ID.lowest
    }

    private func portion(
        after start: Place, from origin: Delivery
    ) async throws -> (messages: [PlacedMessage], end: Place) {
        var end = start
        var messages: [PlacedMessage] = []
        while messages.count < Self.messagesPerTransaction, end.made < count {
            let (day, turn) = end.made.quotientAndRemainder(dividingBy: accounts)
            let wanted = min(
                accounts - turn, count - end.made, Self.messagesPerTransaction - messages.count)
            let last = turn == 0 ? .lowest : end.person
            let persons = try await facilities.database.read { transaction in
                try Person.list(after: last, limit: wanted, in: transaction)
            }
            guard let person = persons.last else {
                throw LoadError(description: "there are not so many accounts")
            }
            for (offset, person) in persons.enumerated() {
                messages.append(try message(for: person, from: origin, day: day, turn: turn + offset))
            }
            end = Place(made: end.made + persons.count, person: person.id)
        }
        return (messages, end)
    }

    private func message(
        for person: Person, from origin: Delivery, day: Int, turn: Int
    ) throws -> PlacedMessage {
        let daysAgo = Int64((count - 1) / accounts - day + 1)
        let secondsLater = Self.daySeconds * Int64(turn) / Int64(accounts)
        return try PlacedMessage(
            subject: "Een bericht van een meting", text: Self.text, for: person, from: origin,
            keys: facilities.keys,
            at: now.advanced(bySeconds: secondsLater - Self.daySeconds * daysAgo))
    }

    private static let daySeconds: Int64 = 86_400

    /// 200 bytes.
    private static let text = String(repeating: "Dit is een regel. ", count: 12).prefix(200).description

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
}
