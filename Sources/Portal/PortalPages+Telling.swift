import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes

extension PortalPages {
    var tellingEndpoints: [Endpoint] {
        [
            .citizen(.get, "/instellingen/meldingen", showTelling),
            .citizen(.post, "/instellingen/meldingen", changeTelling),
        ]
    }

    private func showTelling(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try await tellingPage(visit, person, isOvertaken: false, status: .ok)
    }

    private func tellingPage(
        _ visit: Visit, _ person: Person.ID, isOvertaken: Bool, status: HTTPResponse.Status
    ) async throws -> Response {
        let contact = try await settings(of: person).overview(at: visit.at).contact
        let content = TellingPage(
            telling: SettingsPage.Telling(contact), tellsDevices: contact.byPush,
            language: contact.language ?? LanguageCookie.language(of: visit.request) ?? .dutch,
            revision: contact.revision, isOvertaken: isOvertaken, token: token(for: visit),
            action: .telling, settings: .settings)
        return try await page(content, .settings, for: visit, status: status)
    }

    private func changeTelling(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = try await settingsForm(visit)
        guard let wish = PersonalSettings.ContactWish(form),
            let revision = form[TellingPage.revisionField].flatMap(Int.init)
        else { return try await tellingPage(visit, person, isOvertaken: false, status: .badRequest) }
        do {
            try await settings(of: person).change(wish, expecting: revision, at: visit.at)
        } catch PreferenceError.changedElsewhere {
            return try await tellingPage(visit, person, isOvertaken: true, status: .conflict)
        }
        return Self.redirect(to: .settings(after: .tellingSaved(needsEmail: false)))
    }
}

extension PersonalSettings.ContactWish {
    /// What a form asks for; nil for a choice that is not on it.
    fileprivate init?(_ form: FormFields) {
        guard let pace = form[TellingPage.paceField].flatMap(TellingPage.Pace.init),
            let language = form[TellingPage.languageField].flatMap(Language.init)
        else { return nil }
        let byPush = form[TellingPage.devicesField] == "ja"
        switch pace {
        case .atOnce: self.init(byEmail: true, byPush: byPush, pace: .atOnce, language: language)
        case .daily:
            guard let hour = form[TellingPage.hourField].flatMap(Int.init), (0..<24).contains(hour) else {
                return nil
            }
            self.init(byEmail: true, byPush: byPush, pace: .daily(hour: hour), language: language)
        case .never:
            // Without mail there is no daily mail either: devices are told at once.
            self.init(byEmail: false, byPush: byPush, pace: .atOnce, language: language)
        }
    }
}
