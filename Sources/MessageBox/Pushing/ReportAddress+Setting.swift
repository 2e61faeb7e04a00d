public import CivilTime
public import Identity
import Journal
import Outbound
import SQL
import Sealing
import Work

extension ReportAddress {
    /// Sets where an organisation's reports are pushed, with a new secret: what waits goes there from now on.
    ///
    /// - Parameters:
    ///   - name: how the caller came in, for the audit trail.
    ///   - expecting: throws when the address that stands there is not the one the caller knew.
    public static func set(
        _ request: ReportAddressRequest, of organisation: Organisation, name: String, facilities: Facilities,
        at now: Instant, expecting: @escaping @Sendable (ReportAddress?) throws -> Void = { _ in }
    ) async throws -> (address: ReportAddress, secret: PushSecret) {
        let change = AddressChange(organisation: organisation, name: name, keys: facilities.keys, now: now)
        let secret = PushSecret.random()
        let address = ReportAddress(
            revision: .new(milliseconds: now.microseconds / 1_000), url: request.url.text, form: request.form,
            changedAt: now, secret: secret)
        try await facilities.database.write { transaction in
            try expecting(
                try find(of: organisation.id, keys: facilities.keys, in: transaction))
            try change.store(address, in: transaction)
        }
        facilities.bell.ring(.reportPush)
        return (address, secret)
    }

    /// Takes the address away: what waits is no longer pushed and stays to be fetched. False when there was
    /// none.
    public static func remove(
        of organisation: Organisation, name: String, facilities: Facilities, at now: Instant,
        expecting: @escaping @Sendable (ReportAddress?) throws -> Void = { _ in }
    ) async throws -> Bool {
        let change = AddressChange(organisation: organisation, name: name, keys: facilities.keys, now: now)
        let isGone = try await facilities.database.write { transaction in
            try expecting(
                try find(of: organisation.id, keys: facilities.keys, in: transaction))
            return try change.remove(in: transaction)
        }
        facilities.bell.ring(.reportPush)
        return isGone
    }
}

/// A change of an organisation's address, with its line in the audit trail.
private struct AddressChange: Sendable {
    let organisation: Organisation
    let name: String
    let keys: KeyRing
    let now: Instant

    func store(_ address: ReportAddress, in transaction: any Transaction) throws {
        let (key, wrapped) = keys.newDataKey()
        let url = key.seal(Array(address.url.utf8), for: .url(organisation.id))
        let secret = key.seal(Array(address.secret.text.utf8), for: .secret(organisation.id))
        try transaction.run(
            """
            INSERT INTO report_address
              (organisation_id, revision, form, url_sealed, secret_sealed, wrapped_key, changed_at)
            VALUES
              (\(organisation.id), \(address.revision), \(address.form), \(url), \(secret), \(wrapped),
               \(now))
            ON CONFLICT (organisation_id) DO UPDATE
            SET revision = excluded.revision, form = excluded.form, url_sealed = excluded.url_sealed,
              secret_sealed = excluded.secret_sealed, wrapped_key = excluded.wrapped_key,
              changed_at = excluded.changed_at
            """)
        try settle("report-address.set", detail: address.form.rawValue, in: transaction)
    }

    func remove(in transaction: any Transaction) throws -> Bool {
        let gone = try transaction.run(
            "DELETE FROM report_address WHERE organisation_id = \(organisation.id)")
        guard gone == 1 else { return false }
        try settle("report-address.remove", detail: "", in: transaction)
        return true
    }

    /// The workers see the change in what waits.
    private func settle(_ act: String, detail: String, in transaction: any Transaction) throws {
        try AuditEntry(
            actor: .organisation("\(organisation.id)", name: name), act: act,
            object: .init(kind: "organisation", id: "\(organisation.id)"), detail: detail, at: now
        ).record(in: transaction)
        try Work.hurry(.reportPush, to: "\(organisation.id)", in: transaction, at: now)
    }
}
