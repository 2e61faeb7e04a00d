import Markup

/// `/leverancier/clients`: the organisation's systems, the certificates they came in with, and who changed
/// what.
struct SupplierClientsPage: View {
    struct Client: Sendable {
        let id: String
        let scopes: String
        let created: Moment
        let withdrawn: Moment?
        let withdrawal: Location
    }

    struct Certificate: Sendable {
        let fingerprint: String
        let expires: Moment
        let isNear: Bool
        let lastSeen: Moment
    }

    /// An entry of the audit trail.
    struct Act: Sendable {
        let at: Moment
        /// As the trail has it, such as `client.add`.
        let act: String
        let object: String
        let role: String
    }

    /// What was filled in for a new client, with what was wrong with it.
    struct Draft: Sendable {
        var id = ""
        var jwks = ""
        var scopes: Set<String> = []
        var idIsWrong = false
        var idIsTaken = false
        var jwksFault: String?
        var scopesAreMissing = false
    }

    let clients: [Client]
    let certificates: [Certificate]
    let acts: [Act]
    /// The scopes to choose from, as the interface names them.
    let scopes: [String]
    let draft: Draft
    /// Nil where the reader may only look.
    let form: FormToken?
    let isSaved: Bool

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.clients
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        let errors = errors(in: strings)
        if !errors.isEmpty { html.add(ErrorSummary(errors)) }
        html.stack { html in
            html.add(Heading(.one, strings.clients))
            html.add(Paragraph(strings.clientsLead, kind: .lead))
        }
        if isSaved { html.add(Alert(.success, title: strings.saved, strings.clientSaved)) }
        if clients.isEmpty {
            html.add(EmptyState(strings.noClients, strings.noClientsText))
        } else {
            html.add(clientTable(in: strings))
        }
        writeCertificates(to: &html)
        if let form { write(form, to: &html) }
        if !acts.isEmpty { html.add(actTable(in: strings)) }
    }

    private func clientTable(in strings: Strings) -> Table {
        var columns: [Table.Column] = [
            .init(strings.clientID), .init(strings.scopes), .init(strings.made), .init(strings.state),
        ]
        if form != nil { columns.append(.init(strings.action)) }
        let rows = clients.map { client -> [Table.Cell] in
            let cells: [Table.Cell] = [
                .init(client.id), .init(client.scopes), .init(client.created),
                .init(strings.activity(client.withdrawn == nil)),
            ]
            guard let form else { return cells }
            return cells + [withdrawal(of: client, form, in: strings)]
        }
        return Table(caption: strings.clientSystems, columns: columns, rows: rows)
    }

    private func withdrawal(of client: Client, _ token: FormToken, in strings: Strings) -> Table.Cell {
        if let withdrawn = client.withdrawn { return Table.Cell(withdrawn) }
        return Table.Cell(
            RowButton(label: strings.deactivate, about: client.id, action: client.withdrawal, token: token))
    }

    private func writeCertificates(to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, strings.certificates, id: "certificaten"))
            guard !certificates.isEmpty else {
                html.add(Paragraph(strings.noCertificates))
                return
            }
            html.add(
                Table(
                    caption: strings.certificatesSeen,
                    columns: [
                        .init(strings.fingerprint), .init(strings.expires), .init(strings.lastSeen),
                        .init(strings.state),
                    ],
                    rows: certificates.map { certificate in
                        let print = certificate.fingerprint
                        return [
                            .init(Content { html in html.element(.code, text: print) }),
                            .init(certificate.expires), .init(certificate.lastSeen),
                            .init(
                                certificate.isNear
                                    ? StatusBadge(strings.replaceSoon, tone: .atRisk)
                                    : StatusBadge(strings.good, tone: .reached)),
                        ]
                    }))
        }
    }

    private func errors(in strings: Strings) -> [(text: String, field: String)] {
        var errors: [(text: String, field: String)] = []
        if let text = idError(in: strings) { errors.append((text, "client")) }
        if draft.scopesAreMissing { errors.append((strings.scopesMissing, "scopes")) }
        if let fault = draft.jwksFault { errors.append((strings.jwksWrong(fault), "jwks")) }
        return errors
    }

    private func idError(in strings: Strings) -> String? {
        draft.idIsTaken ? strings.clientIDTaken : draft.idIsWrong ? strings.clientIDWrong : nil
    }

    private func write(_ token: FormToken, to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, strings.clientNew))
            html.element(
                .form, .class("stack", "stack--wide"), .set(.method, "post"), .action(.supplierClients)
            ) { html in
                html.add(token)
                html.add(
                    FormField(
                        strings.clientID, name: "client", value: draft.id, hint: strings.clientIDHint,
                        error: idError(in: strings), autocomplete: "off", lengthMax: 100))
                html.add(
                    CheckboxGroup(
                        strings.scopesQuestion, name: "scopes",
                        options: scopes.map {
                            .init(
                                field: "scope-\($0)", label: strings.scope($0),
                                isChecked: draft.scopes.contains($0))
                        }, error: draft.scopesAreMissing ? strings.scopesMissing : nil))
                html.add(
                    FormField(
                        strings.jwks, name: "jwks", kind: .area(rows: 6), value: draft.jwks,
                        hint: strings.jwksHint, error: draft.jwksFault.map(strings.jwksWrong),
                        autocomplete: "off"))
                html.add(Button(strings.clientAdd))
            }
        }
    }

    private func actTable(in strings: Strings) -> Table {
        Table(
            caption: strings.recentActs,
            columns: [
                .init(strings.moment), .init(strings.actWord), .init(strings.about), .init(strings.role),
            ],
            rows: acts.map { act in
                [.init(act.at), .init(strings.act(act.act)), .init(act.object), .init(act.role)]
            })
    }
}

/// A button in a row of a table, which says what it is about for who does not see the row.
struct RowButton: Component {
    let label: String
    let about: String
    let action: Location
    let token: FormToken
    /// A hidden field of the form.
    var field: (name: String, value: String)?

    func write(to html: inout HTML) {
        html.element(
            .form, .set(.method, "post"), .action(action), .set(.ariaLabel, "\(label): \(about)")
        ) { html in
            html.add(token)
            if let field {
                html.void(
                    .input, .set(.type, "hidden"), .set(.name, field.name), .set(.value, field.value))
            }
            html.element(.button, .set(.type, "submit"), .class("button", "button--quiet")) { html in
                html.text(label)
                html.element(.span, .class("visually-hidden"), text: " " + about)
            }
        }
    }
}
