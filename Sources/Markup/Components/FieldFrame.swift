/// What every field has around it: label, hint and error, tied to the field for who cannot see them.
struct FieldFrame: Component {
    let label: String
    let name: String
    let hint: String?
    let error: String?
    let isRequired: Bool
    let field: @Sendable (inout HTML, FieldNotes) -> Void

    func write(to html: inout HTML) {
        let style: Attribute = error == nil ? .class("form-field") : .class("form-field", "form-field--wrong")
        let notes = FieldNotes(name: name, hint: hint, error: error)
        html.element(.div, style) { html in
            html.element(.label, .class("form-field__label"), .set(.forId, name)) { html in
                html.text(label)
                if !isRequired { html.text(" (\(html.strings.optional))") }
            }
            html.add(notes)
            field(&html, notes)
        }
    }
}

/// The hint and the error of a field, with the ids by which the field refers to them.
struct FieldNotes: Component {
    let name: String
    let hint: String?
    let error: String?

    func write(to html: inout HTML) {
        if let hint {
            html.element(.p, .class("form-field__hint"), .id("\(name)-uitleg"), text: hint)
        }
        if let error {
            html.element(.p, .class("form-field__error"), .id("\(name)-fout")) { html in
                html.element(.span, .class("visually-hidden"), text: html.strings.error + ": ")
                html.text(error)
            }
        }
    }

    var describedBy: Attribute {
        let ids = [hint.map { _ in "\(name)-uitleg" }, error.map { _ in "\(name)-fout" }].compactMap { $0 }
        return ids.isEmpty ? .nothing : .set(.ariaDescribedBy, ids.joined(separator: " "))
    }

    var invalid: Attribute {
        error == nil ? .nothing : .set(.ariaInvalid, "true")
    }
}
