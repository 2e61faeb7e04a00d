public import CivilTime
import Identity
public import MessageBox
import SQL

/// Signs people of a filled installation in, spread over all of its accounts.
public struct SignedInFilling: Sendable {
    private let facilities: Facilities
    private let now: Instant

    public init(_ facilities: Facilities, at now: Instant) {
        self.facilities = facilities
        self.now = now
    }

    /// - Parameter accounts: how many there are, as ``AccountFilling`` made them.
    /// - Returns: for each who is signed in a line with the cookie, and the id of the newest message.
    public func signIn(_ count: Int, amongAccounts accounts: Int) async throws -> [String] {
        let now = now
        return try await facilities.database.write { transaction in
            guard let first = try Person.list(after: .lowest, limit: 1, in: transaction).first else {
                return []
            }
            return try (0..<min(count, accounts)).compactMap { place in
                // One account was made each millisecond.
                let milliseconds = first.id.milliseconds + Int64(place * accounts / count)
                let before = place == 0 ? .lowest : Person.ID.new(milliseconds: milliseconds - 1)
                guard let person = try Person.list(after: before, limit: 1, in: transaction).first else {
                    return nil
                }
                let token = try Session.start(for: .citizen(person.id), in: transaction, at: now)
                let newest = try PlacedMessage.newest(of: person.id, in: transaction)
                return token.text + (newest.map { " \($0)" } ?? "")
            }
        }
    }
}
