import CivilTime
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes

extension PortalPages {
    var settingsEndpoints: [Endpoint] {
        [
            .citizen(.get, "/instellingen", showSettings),
            .citizen(.get, "/instellingen/geschiedenis", showStory),
        ] + emailEndpoints + tellingEndpoints + preferenceEndpoints + languageEndpoints
    }

    /// A form of settings holds a few choices for each kind of message.
    static let settingsBytesLimit = 65_536

    func settings(of person: Person.ID) -> PersonalSettings {
        PersonalSettings(of: person, facilities: facilities)
    }

    /// The fields of a form from our own page.
    func settingsForm(_ visit: Visit) async throws -> FormFields {
        let form = FormFields(try await visit.formBody(upTo: Self.settingsBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        return form
    }

    private func showSettings(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let overview = try await settings(of: person).overview(at: visit.at)
        let organisations = overview.preferences.organisations
        let content = SettingsPage(
            email: .init(
                address: overview.email,
                unreachable: overview.contact.email?.unreachableAt.map { Moment($0) },
                waiting: overview.waitingEmail),
            telling: SettingsPage.Telling(overview.contact),
            wantedCount: organisations.filter(\.reaches).count, organisationCount: organisations.count,
            places: .init(
                email: .email, telling: .telling, preferences: .preferences, story: .story,
                account: .account),
            done: visit.query("gelukt").flatMap { SettingsOutcome($0, overview) })
        return try await page(content, .settings, for: visit)
    }

    private func showStory(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let before = visit.query("voor").map { Int64($0) }
        if case .some(nil) = before { throw Problem(.notFound) }
        let changes = try await settings(of: person).story(before: before ?? nil, at: visit.at)
        let isFull = changes.count == SettingStory.pageLimit
        let older = isFull ? changes.last?.number : nil
        let content = StoryPage(
            changes: changes.map { StoryPage.Change($0) },
            older: older.map { Location("instellingen", "geschiedenis", query: ["voor": "\($0)"]) },
            newest: before == nil ? nil : .story, settings: .settings)
        return try await page(content, .settings, for: visit)
    }
}

extension Location {
    static let settings = Location("instellingen")
    static let email = Location("instellingen", "e-mailadres")
    static let emailCode = Location("instellingen", "e-mailadres", "code")
    static let emailRemoval = Location("instellingen", "e-mailadres", "verwijderen")
    static let telling = Location("instellingen", "meldingen")
    static let preferences = Location("instellingen", "voorkeuren")
    static let story = Location("instellingen", "geschiedenis")

    /// The overview, saying what was done.
    static func settings(after done: SettingsOutcome) -> Location {
        Location("instellingen", query: ["gelukt": done.key])
    }
}

extension SettingsPage.Telling {
    init(_ contact: Contact) {
        guard contact.byEmail else {
            self = .never
            return
        }
        self = contact.dailyHour.map { .daily(hour: $0) } ?? .atOnce
    }
}

extension SettingsOutcome {
    /// As it stands in the address of the page after the act.
    fileprivate var key: String {
        switch self {
        case .emailConfirmed: "bevestigd"
        case .emailRemoved: "verwijderd"
        case .tellingSaved: "meldingen"
        }
    }

    /// Nothing for a key that nobody wrote.
    fileprivate init?(_ key: String, _ overview: PersonalSettings.Overview) {
        let hasEmail = overview.email != nil && overview.contact.email?.unreachableAt == nil
        switch key {
        case "bevestigd": self = .emailConfirmed
        case "verwijderd": self = .emailRemoved
        case "meldingen": self = .tellingSaved(needsEmail: overview.contact.byEmail && !hasEmail)
        default: return nil
        }
    }
}

extension Preferences.OfOrganisation {
    /// Whether anything of the organisation may come.
    fileprivate var reaches: Bool {
        wants == true || types.contains { $0.wants == true }
    }
}

extension StoryPage.Change {
    init(_ story: SettingStory) {
        self.init(
            at: Moment(story.at), what: { story.subject(in: $0) }, outcome: { story.outcome(in: $0) })
    }
}

extension SettingStory {
    fileprivate func subject(in strings: Strings) -> String {
        switch subject {
        case .organisation: organisation ?? ""
        case .type: [organisation, type].compactMap(\.self).joined(separator: ": ")
        case .email: strings.email
        case .byEmail: strings.byEmail
        case .byPush: strings.byPush
        case .pace: strings.pace
        case .language: strings.languageName
        }
    }

    fileprivate func outcome(in strings: Strings) -> String {
        switch (subject, outcome) {
        case (.organisation, "yes"), (.type, "yes"): strings.wantsAll
        case (.organisation, _), (.type, "no"): strings.wantsNone
        case (.type, _): strings.asOrganisation
        case (.email, "confirmed"): strings.emailBecameConfirmed
        case (.email, "removed"): strings.emailBecameRemoved
        case (.email, _): strings.emailBecameUnreachable
        case (.byEmail, "yes"), (.byPush, "yes"): strings.yes
        case (.byEmail, _), (.byPush, _): strings.no
        case (.pace, let hour):
            Int(hour).map { strings.tellingDaily(at: $0) } ?? strings.tellingAtOnceShort
        case (.language, let code): Language(rawValue: code).map { Strings($0).ownName } ?? code
        }
    }
}
