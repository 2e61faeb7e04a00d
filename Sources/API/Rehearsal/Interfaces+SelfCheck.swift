import CivilTime
import Hummingbird
import Identity
import MessageBox
import Routes
import SQL

extension Interfaces {
    /// Preproduction only: elsewhere there is nothing to rehearse.
    var rehearsalEndpoints: [Endpoint] {
        guard facilities.rehearsal != nil else { return [] }
        return [.organisation(.messages, .get, "/api/v1/zelftest", checkSelf).described(.checkSelf)]
    }

    private func checkSelf(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        guard let rehearsal = facilities.rehearsal else { throw Problem(.notFound) }
        let check = try await database.read { transaction in
            try SelfCheck.read(of: caller.organisation.id, rehearsal, in: transaction)
        }
        return try visit.json(SelfCheckBody(check))
    }
}

private struct SelfCheckBody: Encodable {
    let geprobeerd: Int
    let totaal: Int
    let onderdelen: [Step]
    let testburgers: [Citizen]

    struct Citizen: Encodable {
        let naam: String
        let gedrag: String
        let aangeleverdOp: String?
        let gevalideerdOp: String?
    }

    struct Step: Encodable {
        let onderdeel: String
        let groep: String
        let geprobeerd: Bool
        let laatstGeprobeerdOp: String?
    }

    init(_ check: SelfCheck) {
        geprobeerd = check.triedCount
        totaal = check.lines.count
        onderdelen = check.lines.map { line in
            Step(
                onderdeel: line.step.key, groep: line.step.group.rawValue, geprobeerd: line.lastAt != nil,
                laatstGeprobeerdOp: line.lastAt?.rfc3339)
        }
        testburgers = check.citizens.map { line in
            Citizen(
                naam: line.citizen.name, gedrag: line.citizen.behaviour.name,
                aangeleverdOp: line.deliveredAt?.rfc3339, gevalideerdOp: line.validatedAt?.rfc3339)
        }
    }
}
