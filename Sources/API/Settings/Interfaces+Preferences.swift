import CivilTime
import Foundation
import Hummingbird
import Identity
import MessageBox
import NIOCore
import Routes

extension Interfaces {
    var preferenceEndpoints: [Endpoint] {
        [
            .citizen(.get, Self.preferencePath, showPreferences).described(.showPreferences),
            .citizen(.patch, Self.preferencePath, changePreferences).described(.changePreferences),
        ]
    }

    private static let preferencePath = "/api/v1/mijn/voorkeuren"
    /// A choice about each kind of message of each organisation.
    static let preferenceBytesLimit = 1_048_576

    private func showPreferences(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let settings = PersonalSettings(of: person, facilities: facilities)
        return try visit.answer(PreferenceBody(try await settings.overview(at: visit.at)))
    }

    /// A merge patch (RFC 7396) of what reading answers: what is left out stays, null takes a choice away.
    private func changePreferences(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try visit.require(mediaType: "application/merge-patch+json")
        let patch = try PreferencePatch(json: try await visit.body(upTo: Self.preferenceBytesLimit))
        let settings = PersonalSettings(of: person, facilities: facilities)
        let changed = try await settings.change(patch.wishes, patch.contact, at: visit.at) { current in
            try visit.requireMatch(EntityTag(of: try PreferenceBody(current).json()))
        }
        return try visit.answer(PreferenceBody(changed))
    }
}

extension Visit {
    fileprivate func answer(_ body: PreferenceBody) throws -> Response {
        let bytes = try body.json()
        let response = Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
        return answer(response, EntityTag(of: bytes))
    }
}

/// What a person chose, as the interface shows it: members by OIN and by code, so that a patch can name one.
private struct PreferenceBody: Encodable {
    let organisaties: [String: OrganisationBody]
    let melding: Telling
    let taal: String?
    let emailadres: Email?

    struct OrganisationBody: Encodable {
        let naam: String
        let gewenst: Bool?
        let gewijzigdOp: String?
        let berichttypes: [String: TypeBody]
    }

    struct TypeBody: Encodable {
        let naam: String
        let gewenst: Bool?
    }

    struct Telling: Encodable {
        let email: Bool
        let apparaten: Bool
        let uur: Int?
    }

    struct Email: Encodable {
        let adres: String
        let bevestigdOp: String?
        let onbereikbaarSinds: String?
    }

    init(_ overview: PersonalSettings.Overview) {
        var organisations: [String: OrganisationBody] = [:]
        for part in overview.preferences.organisations {
            var types: [String: TypeBody] = [:]
            for type in part.types { types[type.code] = TypeBody(naam: type.title, gewenst: type.wants) }
            organisations[part.organisation.oin.digits] = OrganisationBody(
                naam: part.organisation.name, gewenst: part.wants, gewijzigdOp: part.changedAt?.rfc3339,
                berichttypes: types)
        }
        organisaties = organisations
        melding = Telling(
            email: overview.contact.byEmail, apparaten: overview.contact.byPush,
            uur: overview.contact.dailyHour)
        taal = overview.contact.languageCode
        emailadres = overview.email.map { address in
            Email(
                adres: address, bevestigdOp: overview.contact.email?.confirmedAt?.rfc3339,
                onbereikbaarSinds: overview.contact.email?.unreachableAt?.rfc3339)
        }
    }

    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(self))
    }
}
