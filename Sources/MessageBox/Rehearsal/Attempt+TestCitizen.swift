import CivilTime
import Identity
import SQL

extension Attempt {
    /// How a test citizen can be tried.
    enum Way: String, CaseIterable, Sendable {
        case delivery = "aanlevering"
        case validation = "validatie"
    }

    /// That something was sent to, or asked about, a test citizen with a behaviour. It has no number: what
    /// comes of it follows from the behaviour.
    init(_ way: Way, to behaviour: TestCitizen.Behaviour) {
        self.init(route: "\(way.rawValue) \(behaviour.name)", outcome: 0)
    }
}

extension Rehearsal {
    /// Remembers which test citizens an organisation tried.
    func note(
        _ way: Attempt.Way, to numbers: Set<CitizenNumber>, by organisation: Organisation.ID,
        in transaction: any Transaction, at now: Instant
    ) throws {
        let behaviours = numbers.compactMap(behaviour).sorted { $0.name < $1.name }
        for behaviour in behaviours {
            try Attempt(way, to: behaviour).note(by: organisation, in: transaction, at: now)
        }
    }
}
