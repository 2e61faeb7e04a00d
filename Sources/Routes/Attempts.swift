import Hummingbird
import Identity
import Logging
public import MessageBox
import SQL

/// Notes each call of an organisation in preproduction, with how it ended, for its self-check.
public struct Attempts: Sendable {
    let facilities: Facilities

    public init(_ facilities: Facilities) {
        self.facilities = facilities
    }

    /// A note that fails is told in the log: the call itself was answered.
    func note(_ caller: Caller, _ endpoint: Endpoint, outcome: Int, _ visit: Visit) async {
        guard case .organisation(let caller) = caller else { return }
        let attempt = Attempt(route: "\(endpoint.method.rawValue) \(endpoint.path)", outcome: outcome)
        do {
            try await facilities.database.write { transaction in
                try attempt.note(by: caller.organisation.id, in: transaction, at: visit.at)
            }
        } catch {
            visit.context.logger.warning("an attempt was not noted", metadata: ["cause": "\(error)"])
        }
    }
}
