import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes

extension PortalPages {
    var emailEndpoints: [Endpoint] {
        [
            .citizen(.get, "/instellingen/e-mailadres", showEmail),
            .citizen(.post, "/instellingen/e-mailadres", askEmail),
            .citizen(.post, "/instellingen/e-mailadres/code", confirmEmail),
            .citizen(.post, "/instellingen/e-mailadres/verwijderen", removeEmail),
        ]
    }

    private func showEmail(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try await emailPage(visit, person)
    }

    private func emailPage(
        _ visit: Visit, _ person: Person.ID, typed: String? = nil, fault: EmailPage.Fault? = nil
    ) async throws -> Response {
        let overview = try await settings(of: person).overview(at: visit.at)
        let content = EmailPage(
            address: overview.email, unreachable: overview.contact.email?.unreachableAt.map { Moment($0) },
            waiting: overview.waitingEmail, typed: typed, fault: fault, token: token(for: visit),
            places: .init(
                ask: .email, confirm: .emailCode, remove: .emailRemoval, settings: .settings))
        return try await page(content, .settings, for: visit, status: fault == nil ? .ok : .badRequest)
    }

    private func askEmail(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let typed = try await settingsForm(visit)[EmailPage.addressField] ?? ""
        do {
            try await settings(of: person).ask(email: typed, at: visit.at)
            return Self.redirect(to: .email)
        } catch EmailError.notAnAddress {
            return try await emailPage(visit, person, typed: typed, fault: .notAnAddress)
        } catch EmailError.tooManyCodes(let until) {
            let minutes = Int((until.microseconds(since: visit.at) + 59_999_999) / 60_000_000)
            return try await emailPage(visit, person, typed: typed, fault: .tooMany(minutes: minutes))
        }
    }

    private func confirmEmail(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let code = try await settingsForm(visit)[EmailPage.codeField] ?? ""
        switch try await settings(of: person).confirm(code: code, at: visit.at) {
        case .confirmed: return Self.redirect(to: .settings(after: .emailConfirmed))
        case .wrong(let left):
            return try await emailPage(visit, person, fault: .wrongCode(attemptsLeft: left))
        case .expired: return try await emailPage(visit, person, fault: .expired)
        }
    }

    private func removeEmail(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        _ = try await settingsForm(visit)
        try await settings(of: person).removeEmail(at: visit.at)
        return Self.redirect(to: .settings(after: .emailRemoved))
    }
}
