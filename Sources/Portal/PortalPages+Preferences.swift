import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes

extension PortalPages {
    var preferenceEndpoints: [Endpoint] {
        [
            .citizen(.get, "/instellingen/voorkeuren", showPreferences),
            .citizen(.post, "/instellingen/voorkeuren/{oin}", changePreference),
        ]
    }

    private func showPreferences(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try await preferencesPage(visit, person, saved: visit.query("bewaard"))
    }

    private func preferencesPage(
        _ visit: Visit, _ person: Person.ID, saved: String? = nil,
        fault: (number: String, kind: PreferencesPage.Fault)? = nil, status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let preferences = try await settings(of: person).overview(at: visit.at).preferences
        let content = PreferencesPage(
            organisations: preferences.organisations.map { .init($0) }, saved: saved, fault: fault,
            token: token(for: visit), settings: .settings)
        return try await page(content, .settings, for: visit, status: status)
    }

    private func changePreference(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = try await settingsForm(visit)
        guard let oin = OIN(visit.parameter("oin")) else { throw Problem(.notFound) }
        let number = oin.digits
        let current = try await settings(of: person).overview(at: visit.at).preferences
        guard let known = current.organisations.first(where: { $0.organisation.oin == oin }) else {
            throw Problem(.notFound)
        }
        guard let wants = form[PreferencesPage.field(of: number)].flatMap(PreferencesPage.Choice.init),
            wants != .asOrganisation,
            let revision = form[PreferencesPage.revisionField].flatMap(Int.init)
        else {
            return try await preferencesPage(
                visit, person, fault: (number, .missing), status: .badRequest)
        }
        let wish = PreferenceWish(
            organisation: oin, wants: wants == .yes, types: known.types.wishes(in: form, number))
        do {
            try await settings(of: person).change(
                [wish], expecting: .organisation(revision), at: visit.at)
        } catch PreferenceError.changedElsewhere {
            return try await preferencesPage(
                visit, person, fault: (number, .overtaken), status: .conflict)
        }
        return Self.redirect(to: Location("instellingen", "voorkeuren", query: ["bewaard": number]))
    }
}

extension [Preferences.OfType] {
    /// The choices of a form; a kind that is not on it stays as it is.
    fileprivate func wishes(in form: FormFields, _ number: String) -> [String: PreferenceWish.TypeWish] {
        var wishes: [String: PreferenceWish.TypeWish] = [:]
        for type in self {
            switch form[PreferencesPage.field(of: number, type: type.code)]
                .flatMap(PreferencesPage.Choice.init)
            {
            case .yes: wishes[type.code] = .yes
            case .no: wishes[type.code] = .no
            case .asOrganisation: wishes[type.code] = .asOrganisation
            case nil: break
            }
        }
        return wishes
    }
}

extension PreferencesPage.Organisation {
    fileprivate init(_ preference: Preferences.OfOrganisation) {
        let number = preference.organisation.oin.digits
        self.init(
            number: number, name: preference.organisation.name, wants: preference.wants,
            changed: preference.changedAt.map { Moment($0) }, revision: preference.revision,
            types: preference.types.map { type in
                PreferencesPage.MessageType(
                    field: PreferencesPage.field(of: number, type: type.code), title: type.title,
                    choice: type.wants.map { $0 ? .yes : .no } ?? .asOrganisation)
            }, action: Location("instellingen", "voorkeuren", number))
    }
}
