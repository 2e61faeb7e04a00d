import Markup

/// `/leverancier/berichttypes`: the kinds of message an organisation sends, and a form for a new one.
struct MessageTypesPage: View {
    struct Entry: Sendable {
        let code: String
        let title: String
        let isActive: Bool
        let isSensitive: Bool
        let changedAt: Moment
        let location: Location
    }

    /// What was filled in for a new type, with what was wrong with it.
    struct Draft: Sendable {
        var code = ""
        var title = ""
        var isSensitive = false
        /// What a code or a title must be.
        var codeFault: String?
        var titleFault: String?
        var codeIsTaken = false
        var isTooMany = false
    }

    let types: [Entry]
    let draft: Draft
    /// Nil where the reader may only look.
    let form: FormToken?

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.messageTypes
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        let errors = errors(in: strings)
        if !errors.isEmpty { html.add(ErrorSummary(errors)) }
        html.stack { html in
            html.add(Heading(.one, strings.messageTypes))
            html.add(Paragraph(strings.messageTypesLead, kind: .lead))
        }
        if types.isEmpty {
            html.add(EmptyState(strings.messageTypesEmpty, strings.messageTypesEmptyText))
        } else {
            html.add(table(in: strings))
        }
        if let form { write(form, errors, to: &html) }
    }

    private func table(in strings: Strings) -> Table {
        Table(
            caption: strings.messageTypes,
            columns: [
                .init(strings.typeCode), .init(strings.name), .init(strings.state), .init(strings.sensitive),
                .init(strings.changed),
            ],
            rows: types.map { type in
                [
                    .init(TextLink(type.code, type.location)), .init(type.title),
                    .init(strings.activity(type.isActive)), .init(strings.yesOrNo(type.isSensitive)),
                    .init(type.changedAt),
                ]
            })
    }

    private func errors(in strings: Strings) -> [(text: String, field: String)] {
        var errors: [(text: String, field: String)] = []
        if let text = codeError(in: strings) { errors.append((text, "code")) }
        if let fault = draft.titleFault { errors.append((strings.nameMust(fault), "titel")) }
        if draft.isTooMany { errors.append((strings.messageTypesTooMany, "code")) }
        return errors
    }

    private func codeError(in strings: Strings) -> String? {
        draft.codeIsTaken ? strings.codeTaken : draft.codeFault.map(strings.codeMust)
    }

    private func write(
        _ token: FormToken, _ errors: [(text: String, field: String)], to html: inout HTML
    ) {
        let strings = html.strings
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, strings.messageTypeNew))
            html.element(
                .form, .class("stack", "stack--wide"), .set(.method, "post"), .action(.supplierTypes)
            ) { html in
                html.add(token)
                html.add(
                    FormField(
                        strings.typeCode, name: "code", value: draft.code, hint: strings.typeCodeHint,
                        error: codeError(in: strings), autocomplete: "off", lengthMax: 8))
                html.add(
                    FormField(
                        strings.name, name: "titel", value: draft.title, hint: strings.typeNameHint,
                        error: draft.titleFault.map(strings.nameMust), autocomplete: "off", lengthMax: 100))
                html.add(SensitiveChoice(isSensitive: draft.isSensitive))
                html.add(Button(strings.messageTypeMake))
            }
        }
    }
}

/// Whether the subject of such a message may stand in a notification.
struct SensitiveChoice: Component {
    let isSensitive: Bool

    func write(to html: inout HTML) {
        let strings = html.strings
        html.add(
            RadioGroup(
                strings.sensitiveQuestion, name: "gevoelig",
                options: [
                    .init(value: "nee", label: strings.yesOrNo(false), hint: strings.sensitiveNo),
                    .init(value: "ja", label: strings.yesOrNo(true), hint: strings.sensitiveYes),
                ], selected: isSensitive ? "ja" : "nee"))
    }
}
