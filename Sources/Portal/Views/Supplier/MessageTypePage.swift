import Markup

/// `/leverancier/berichttypes/{code}`: one kind of message, what can be changed about it, and its history.
struct MessageTypePage: View {
    /// What is said on coming back from a form.
    enum Notice: String, Sendable {
        case saved = "opgeslagen"
        case changedMeanwhile = "gewijzigd"
    }

    /// What a type became, when.
    struct Step: Sendable {
        let at: Moment
        let isCreation: Bool
        let title: String
        let isActive: Bool
        let isSensitive: Bool
    }

    let code: String
    let title: String
    let isActive: Bool
    let isSensitive: Bool
    /// What the forms send back, so that nobody overwrites what another one changed.
    let version: String
    /// What was filled in and not taken, with what a title must be.
    let typedTitle: String?
    let titleFault: String?
    /// Newest first.
    let history: [Step]
    /// Nil where the reader may only look.
    let form: FormToken?
    let notice: Notice?

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.messageTypeTitle(code)
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        if let titleFault { html.add(ErrorSummary([(strings.nameMust(titleFault), "titel")])) }
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(TextLink(strings.messageTypes, .supplierTypes, kind: .back))
            html.add(Heading(.one, title(in: strings)))
        }
        writeNotice(to: &html)
        html.add(
            DataSummary([
                .init(strings.name, title), .init(strings.state, strings.activity(isActive)),
                .init(strings.sensitive, strings.yesOrNo(isSensitive)),
            ]))
        if let form {
            writeChange(form, to: &html)
            writeSwitch(form, to: &html)
        }
        if !history.isEmpty { writeHistory(to: &html) }
    }

    private func writeNotice(to html: inout HTML) {
        let strings = html.strings
        switch notice {
        case .saved: html.add(Alert(.success, title: strings.saved, strings.messageTypeSaved))
        case .changedMeanwhile:
            html.add(Alert(.warning, title: strings.changedMeanwhile, strings.changedMeanwhileText))
        case nil: break
        }
    }

    private func writeChange(_ token: FormToken, to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, strings.changeType))
            html.element(
                .form, .class("stack", "stack--wide"), .set(.method, "post"), .action(.supplierType(code))
            ) { html in
                writeHidden(token, to: &html)
                html.add(
                    FormField(
                        strings.name, name: "titel", value: typedTitle ?? title, hint: strings.typeNameHint,
                        error: titleFault.map(strings.nameMust), autocomplete: "off", lengthMax: 100))
                html.add(SensitiveChoice(isSensitive: isSensitive))
                html.add(Button(strings.saveType))
            }
        }
    }

    private func writeSwitch(_ token: FormToken, to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack")) { html in
            html.add(Heading(.two, isActive ? strings.deactivate : strings.activate))
            html.add(Paragraph(isActive ? strings.typeDeactivateText : strings.typeActivateText))
            html.element(
                .form, .set(.method, "post"), .action(Location("leverancier", "berichttypes", code, "actief"))
            ) { html in
                writeHidden(token, to: &html)
                html.add(
                    Button(
                        isActive ? strings.deactivate : strings.activate, kind: .secondary, name: "actief",
                        value: isActive ? "nee" : "ja"))
            }
        }
    }

    private func writeHidden(_ token: FormToken, to html: inout HTML) {
        html.add(token)
        html.void(.input, .set(.type, "hidden"), .set(.name, "versie"), .set(.value, version))
    }

    private func writeHistory(to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack")) { html in
            html.add(Heading(.two, strings.history))
            html.add(
                Timeline(
                    history.map { step in
                        Timeline.Step(
                            at: step.at, step.isCreation ? strings.made : strings.changed,
                            text: strings.messageTypeState(
                                title: step.title, isActive: step.isActive, isSensitive: step.isSensitive))
                    }))
        }
    }
}
