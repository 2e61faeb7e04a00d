import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Journal
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var supplierContactEndpoints: [Endpoint] {
        [
            .supplier(.readSupplies, .get, "/leverancier/contacten", showContacts),
            .supplier(.manageContacts, .post, "/leverancier/contacten", addContact),
            .supplier(.manageContacts, .post, "/leverancier/contacten/{id}/verwijderen", removeContact),
            .supplier(.manageAccess, .post, "/leverancier/machtigingen", grantMandate),
            .supplier(.manageAccess, .post, "/leverancier/machtigingen/intrekken", revokeMandate),
        ]
    }

    private func showContacts(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        try await contactsPage(visit, member)
    }

    private func contactsPage(
        _ visit: Visit, _ member: SupplierMember, draft: SupplierContactsPage.Draft = .init(),
        status: HTTPResponse.Status = .ok
    ) async throws -> Response {
        let (organisation, keys) = (member.organisation, facilities.keys)
        let content = try await database.read { transaction in
            SupplierContactsPage(
                contacts: try OrganisationContact.list(
                    of: organisation.id, keys: keys, in: transaction
                ).map { .init($0) },
                mandates: try organisation.mandates(in: transaction).map { .init($0) }, draft: draft,
                contactForm: member.may(.manageContacts) ? visit.formToken : nil,
                mandateForm: member.may(.manageAccess) ? visit.formToken : nil,
                isSaved: visit.query("melding") == "opgeslagen")
        }
        return try await page(content, .supplier(.contacts), for: visit, status: status)
    }

    private func addContact(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let form = try await Self.form(of: visit)
        var draft = SupplierContactsPage.Draft(contact: form)
        guard draft.wrong.isEmpty else {
            return try await contactsPage(visit, member, draft: draft, status: .badRequest)
        }
        let card = OrganisationContact.Card(
            name: draft.name, purpose: draft.purpose, email: draft.email, phone: draft.phone)
        let (organisation, keys) = (member.organisation.id, facilities.keys)
        let isAdded = try await database.write { transaction in
            guard
                try OrganisationContact.add(card, to: organisation, keys: keys, in: transaction, at: visit.at)
            else { return false }
            try member.record("contact.add", of: "contact", "", in: transaction, at: visit.at)
            return true
        }
        if isAdded { return Self.redirect(to: .savedContacts) }
        draft.isTooMany = true
        return try await contactsPage(visit, member, draft: draft, status: .conflict)
    }

    private func removeContact(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        _ = try await Self.form(of: visit)
        guard let id = OrganisationContact.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        try await database.write { transaction in
            guard
                try OrganisationContact.remove(id, of: member.organisation.id, in: transaction)
            else { throw Problem(.notFound) }
            try member.record("contact.remove", of: "contact", "", in: transaction, at: visit.at)
        }
        return Self.redirect(to: .savedContacts)
    }
}

extension PortalPages {
    private func grantMandate(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let text = try await Self.form(of: visit)["oin"] ?? ""
        let isKnown = try await database.write { transaction in
            guard let oin = OIN(text), oin != member.organisation.oin,
                let intermediary = try Organisation.find(oin, in: transaction)
            else { return false }
            if try member.organisation.grantMandate(
                to: intermediary.id, in: transaction, at: visit.at)
            {
                try member.record("mandate.grant", of: "mandate", text, in: transaction, at: visit.at)
            }
            return true
        }
        if isKnown { return Self.redirect(to: .savedContacts) }
        var draft = SupplierContactsPage.Draft()
        draft.oin = text
        draft.wrong = ["oin"]
        return try await contactsPage(visit, member, draft: draft, status: .badRequest)
    }

    private func revokeMandate(_ visit: Visit, _ member: SupplierMember) async throws -> Response {
        let text = try await Self.form(of: visit)["oin"] ?? ""
        try await database.write { transaction in
            guard let intermediary = try OIN(text).flatMap({ try Organisation.find($0, in: transaction) }),
                try member.organisation.revokeMandate(
                    of: intermediary.id, in: transaction, at: visit.at)
            else { throw Problem(.notFound) }
            try member.record("mandate.revoke", of: "mandate", text, in: transaction, at: visit.at)
        }
        return Self.redirect(to: .savedContacts)
    }
}

extension SupplierMember {
    /// Writes down what somebody did for the organisation.
    fileprivate func record(
        _ act: String, of kind: String, _ id: String, in transaction: any Transaction, at now: Instant
    ) throws {
        try AuditEntry(
            actor: actor, act: act, object: .init(kind: kind, id: "\(organisation.id)/\(id)"), at: now
        ).record(in: transaction)
    }
}

extension Location {
    static let supplierContacts = Location("leverancier", "contacten")
    fileprivate static let savedContacts = Location(
        "leverancier", "contacten", query: ["melding": "opgeslagen"])
}

extension SupplierContactsPage.Contact {
    fileprivate init(_ contact: OrganisationContact) {
        self.init(
            name: contact.card.name, purpose: contact.card.purpose, email: contact.card.email,
            phone: contact.card.phone,
            removal: Location("leverancier", "contacten", "\(contact.id)", "verwijderen"))
    }
}

extension SupplierContactsPage.Mandate {
    fileprivate init(_ mandate: Identity.Mandate) {
        self.init(
            organisation: mandate.intermediary.name, oin: mandate.intermediary.oin.digits,
            granted: Moment(mandate.grantedAt), revoked: mandate.revokedAt.map(Moment.init))
    }
}

extension SupplierContactsPage.Draft {
    fileprivate init(contact form: FormFields) {
        self.init()
        name = form["naam"] ?? ""
        purpose = form["doel"] ?? ""
        email = form["email"] ?? ""
        phone = form["telefoon"] ?? ""
        if !Self.isLine(name, upTo: OrganisationContact.Card.nameLimit) { wrong.insert("naam") }
        if !Self.isLine(purpose, upTo: OrganisationContact.Card.purposeLimit) { wrong.insert("doel") }
        let parts = email.split(separator: "@", omittingEmptySubsequences: false)
        let isAddress =
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty } && parts[1].contains(".")
            && !email.contains(where: \.isWhitespace)
        if !isAddress || !Self.isLine(email, upTo: OrganisationContact.Card.emailLimit) {
            wrong.insert("email")
        }
        let isNumber = phone.utf8.allSatisfy { byte in
            (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || [UInt8(ascii: " "), UInt8(ascii: "+"), UInt8(ascii: "-")].contains(byte)
        }
        if !isNumber || phone.utf8.count > OrganisationContact.Card.phoneLimit { wrong.insert("telefoon") }
    }

    private static func isLine(_ text: String, upTo limit: Int) -> Bool {
        (1...limit).contains(text.unicodeScalars.count)
            && text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
            && !text.allSatisfy(\.isWhitespace)
    }
}
