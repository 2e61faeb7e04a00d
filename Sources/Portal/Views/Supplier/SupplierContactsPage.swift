import Markup

/// `/leverancier/contacten`: whom to call at the organisation, and who may deliver for it.
struct SupplierContactsPage: View {
    struct Contact: Sendable {
        let name: String
        let purpose: String
        let email: String
        let phone: String
        let removal: Location
    }

    struct Mandate: Sendable {
        let organisation: String
        let oin: String
        let granted: Moment
        let revoked: Moment?
    }

    /// What was filled in for a new contact or mandate, with what was wrong with it.
    struct Draft: Sendable {
        var name = ""
        var purpose = ""
        var email = ""
        var phone = ""
        var oin = ""
        /// The names of the fields that are wrong.
        var wrong: Set<String> = []
        var isTooMany = false
    }

    let contacts: [Contact]
    let mandates: [Mandate]
    let draft: Draft
    /// Nil where the reader may only look.
    let contactForm: FormToken?
    let mandateForm: FormToken?
    let isSaved: Bool

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.contacts
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        let errors = ["naam", "doel", "email", "telefoon", "oin"].filter(draft.wrong.contains).map {
            (text: strings.contactError($0), field: $0)
        }
        if !errors.isEmpty { html.add(ErrorSummary(errors)) }
        if draft.isTooMany {
            html.add(Alert(.failure, title: strings.contactsFull, strings.contactsFullText))
        }
        html.stack { html in
            html.add(Heading(.one, strings.contacts))
            html.add(Paragraph(strings.contactsLead, kind: .lead))
        }
        if isSaved { html.add(Alert(.success, title: strings.saved, strings.contactSaved)) }
        if contacts.isEmpty {
            html.add(EmptyState(strings.noContacts, strings.noContactsText))
        } else {
            html.add(contactTable(in: strings))
        }
        if let contactForm { writeContactForm(contactForm, to: &html) }
        writeMandates(to: &html)
    }

    private func contactTable(in strings: Strings) -> Table {
        var columns: [Table.Column] = [
            .init(strings.name), .init(strings.contactPurpose), .init(strings.contactEmail),
            .init(strings.phone),
        ]
        if contactForm != nil { columns.append(.init(strings.action)) }
        let rows = contacts.map { contact -> [Table.Cell] in
            let cells: [Table.Cell] = [
                .init(contact.name), .init(contact.purpose), .init(contact.email), .init(contact.phone),
            ]
            guard let contactForm else { return cells }
            let button = RowButton(
                label: strings.remove, about: contact.name, action: contact.removal, token: contactForm)
            return cells + [Table.Cell(button)]
        }
        return Table(caption: strings.contacts, columns: columns, rows: rows)
    }

    private func writeContactForm(_ token: FormToken, to html: inout HTML) {
        let strings = html.strings
        let error = { (field: String) in draft.wrong.contains(field) ? strings.contactError(field) : nil }
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, strings.contactNew))
            html.element(
                .form, .class("stack", "stack--wide"), .set(.method, "post"), .action(.supplierContacts)
            ) { html in
                html.add(token)
                html.add(
                    FormField(
                        strings.name, name: "naam", value: draft.name, error: error("naam"), lengthMax: 100))
                html.add(
                    FormField(
                        strings.contactPurpose, name: "doel", value: draft.purpose,
                        hint: strings.contactPurposeHint, error: error("doel"), lengthMax: 60))
                html.add(
                    FormField(
                        strings.contactEmail, name: "email", kind: .email, value: draft.email,
                        error: error("email"), lengthMax: 254))
                html.add(
                    FormField(
                        strings.phone, name: "telefoon", value: draft.phone, error: error("telefoon"),
                        isRequired: false, lengthMax: 20))
                html.add(Button(strings.contactAdd))
            }
        }
    }

    private func writeMandates(to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, strings.mandates, id: "machtigingen"))
            html.add(Paragraph(strings.mandatesLead))
            if mandates.isEmpty {
                html.add(Paragraph(strings.noMandates))
            } else {
                html.add(mandateTable(in: strings))
            }
            if let mandateForm { writeMandateForm(mandateForm, to: &html) }
        }
    }

    private func mandateTable(in strings: Strings) -> Table {
        Table(
            caption: strings.mandates,
            columns: [
                .init(strings.intermediary), .init("OIN"), .init(strings.mandateFrom),
                .init(strings.mandateUntil),
            ],
            rows: mandates.map { mandate in
                let end: Table.Cell =
                    if let revoked = mandate.revoked {
                        .init(revoked)
                    } else if let mandateForm {
                        .init(
                            RowButton(
                                label: strings.revoke, about: mandate.organisation,
                                action: Location("leverancier", "machtigingen", "intrekken"),
                                token: mandateForm, field: ("oin", mandate.oin)))
                    } else {
                        .init(strings.mandateHolds)
                    }
                return [.init(mandate.organisation), .init(mandate.oin), .init(mandate.granted), end]
            })
    }

    private func writeMandateForm(_ token: FormToken, to html: inout HTML) {
        let strings = html.strings
        html.element(
            .form, .class("stack", "stack--wide"), .set(.method, "post"),
            .action(Location("leverancier", "machtigingen"))
        ) { html in
            html.add(token)
            html.add(
                FormField(
                    strings.mandateOIN, name: "oin", value: draft.oin, hint: strings.mandateOINHint,
                    error: draft.wrong.contains("oin") ? strings.contactError("oin") : nil,
                    autocomplete: "off", lengthMax: 20))
            html.add(Button(strings.mandateGive, kind: .secondary))
        }
    }
}
