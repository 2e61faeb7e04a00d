public import CivilTime
public import Identity
public import SQL
import Sealing

/// Where an organisation wants its processing reports pushed (*afleverpunt*).
public struct ReportAddress: Sendable {
    /// How a report is told.
    public enum Form: String, Sendable, CaseIterable, Storable {
        /// `BerichtVerwerkResponse`, as the existing interface has it.
        case xml
        /// A CloudEvent in JSON, by the Dutch government's profile.
        case cloudEvent = "cloudevent"
    }

    /// Another one after each change.
    public let revision: Identifier<ReportAddress>
    /// As it was given; it may hold a secret of the receiver, so it stands in no log.
    public let url: String
    public let form: Form
    public let changedAt: Instant
    let secret: PushSecret
}

extension ReportAddress {
    static func find(
        of organisation: Organisation.ID, keys: KeyRing, in transaction: any Transaction
    ) throws -> ReportAddress? {
        let found = try transaction.first(
            """
            SELECT revision, form, changed_at, url_sealed, secret_sealed, wrapped_key
            FROM report_address
            WHERE organisation_id = \(organisation)
            """
        ) { row in
            (
                revision: try row.next(Identifier<ReportAddress>.self), form: try row.next(Form.self),
                changedAt: try row.next(Instant.self), url: try row.next([UInt8].self),
                secret: try row.next([UInt8].self), wrappedKey: try row.next([UInt8].self)
            )
        }
        guard let found else { return nil }
        let key = try keys.unwrap(found.wrappedKey)
        return ReportAddress(
            revision: found.revision,
            url: String(decoding: try key.open(found.url, for: .url(organisation)), as: UTF8.self),
            form: found.form, changedAt: found.changedAt,
            secret: PushSecret(
                text: String(
                    decoding: try key.open(found.secret, for: .secret(organisation)), as: UTF8.self)))
    }

    /// The address of an organisation; nil when it fetches its reports itself.
    public static func find(
        of organisation: Organisation.ID, facilities: Facilities
    ) async throws -> ReportAddress? {
        try await facilities.database.read {
            try find(of: organisation, keys: facilities.keys, in: $0)
        }
    }
}

extension SealContext {
    static func url(_ organisation: Organisation.ID) -> SealContext {
        SealContext(purpose: "report-address.url", id: organisation.bytes)
    }

    static func secret(_ organisation: Organisation.ID) -> SealContext {
        SealContext(purpose: "report-address.secret", id: organisation.bytes)
    }
}
