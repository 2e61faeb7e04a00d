/// Why a step may not be taken, with what a person needs to know to go on.
public enum StepRefusal: Error, Hashable, Sendable {
    case unknownStep(String)
    /// The step is for other roles, named by their titles.
    case otherRole(step: String, roles: [String])
    /// A case begins once, with a step that begins it.
    case notBegun(step: String, starts: [String])
    case begunBefore(step: String)
    /// The step follows other steps than the one at which the case or the branch stands.
    case notNow(step: String, state: String, after: [String])
    /// These parties have not come far enough for the branches to come together.
    case waitingFor(step: String, parties: [String])
    case outsideBranch(step: String)
    case unknownBranch(party: String)
    /// The step opens branches and says for which parties, each once.
    case noParties(step: String, role: String)
    case opensNothing(step: String)
    /// The step is said to be taken before one that was recorded earlier.
    case beforeEarlierStep(step: String)
    case ruleNotMet(Guard)
}

extension StepRefusal: CustomStringConvertible {
    /// The reason in Dutch, as it is shown.
    public var description: String {
        switch self {
        case .unknownStep(let key): "De stap '\(key)' bestaat niet in dit proces."
        case .otherRole(let step, let roles): "‘\(step)’ is een stap voor: \(roles.joined(separator: "; "))."
        case .notBegun(let step, let starts):
            "‘\(step)’ kan nog niet. De zaak begint met: \(starts.joined(separator: "; "))."
        case .begunBefore(let step): "‘\(step)’ begint een zaak, en deze is al begonnen."
        case .notNow(let step, let state, let after):
            "‘\(step)’ kan niet nu de zaak ‘\(state)’ is. De stap volgt op: \(after.joined(separator: "; "))."
        case .waitingFor(let step, let parties):
            "‘\(step)’ kan nog niet. Er wordt gewacht op: \(parties.joined(separator: "; "))."
        case .outsideBranch(let step): "Bij ‘\(step)’ hoort voor welke partij de stap is."
        case .unknownBranch(let party): "Voor ‘\(party)’ loopt hier niets."
        case .noParties(let step, let role):
            "Bij ‘\(step)’ hoort een lijst van partijen, elk één keer: \(role)."
        case .opensNothing(let step): "‘\(step)’ gaat niet naar partijen."
        case .beforeEarlierStep(let step): "‘\(step)’ kan niet eerder zijn gezet dan de stap ervoor."
        case .ruleNotMet(let rule): rule.demand
        }
    }
}
