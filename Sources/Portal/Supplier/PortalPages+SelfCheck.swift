import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

/// What an organisation has tried in preproduction; elsewhere the page says where to go.
extension PortalPages {
    var selfCheckEndpoints: [Endpoint] {
        [.supplier(.readSupplies, .get, "/leverancier/zelftest", showSelfCheck)]
    }

    private func showSelfCheck(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        var check: SelfCheck?
        if let rehearsal = facilities.rehearsal {
            check = try await database.read { transaction in
                try SelfCheck.read(of: member.organisation.id, rehearsal, in: transaction)
            }
        }
        let content = SelfCheckPage(
            groups: check.map(SelfCheckPage.groups) ?? [],
            citizens: check?.citizens.map(SelfCheckPage.Citizen.init) ?? [])
        return try await page(content, .supplier(.selfCheck), for: visit)
    }
}

extension SelfCheckPage {
    fileprivate static func groups(_ check: SelfCheck) -> [Group] {
        SelfCheck.Step.Group.allCases.map { group in
            Group(
                key: group.rawValue,
                steps: check.lines.filter { $0.step.group == group }.map { line in
                    Step(
                        key: line.step.key, answer: Answer(line.step.answer),
                        tried: line.lastAt.map { Moment($0) })
                })
        }
    }
}

extension SelfCheckPage.Answer {
    fileprivate init(_ answer: SelfCheck.Step.Answer) {
        self =
            switch answer {
            case .status(let status): .status(status)
            case .problem(let number): .problem(number)
            case .code(let code): .code(code)
            case .ordinary: .ordinary
            }
    }
}

extension SelfCheckPage.Citizen {
    fileprivate init(_ line: SelfCheck.CitizenLine) {
        self.init(
            number: line.citizen.bsn.digits, name: line.citizen.name, behaviour: line.citizen.behaviour.name,
            delivered: line.deliveredAt.map { Moment($0) }, validated: line.validatedAt.map { Moment($0) })
    }
}

extension Location {
    static let selfCheck = Location("leverancier", "zelftest")
}
