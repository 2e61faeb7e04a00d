/// One choice out of many, folded away.
public struct Select: Component {
    let label: String
    let name: String
    let options: [(value: String, label: String)]
    let selected: String?
    let hint: String?
    let error: String?

    /// - Parameters:
    ///   - name: of the field in the posted form; also its id, so unique on the page.
    ///   - selected: the value that is chosen already; without one, the first option is.
    public init(
        _ label: String, name: String, options: [(value: String, label: String)], selected: String? = nil,
        hint: String? = nil, error: String? = nil
    ) {
        self.label = label
        self.name = name
        self.options = options
        self.selected = selected
        self.hint = hint
        self.error = error
    }

    public func write(to html: inout HTML) {
        html.add(
            FieldFrame(label: label, name: name, hint: hint, error: error, isRequired: true) { html, notes in
                html.element(
                    .select, .class("form-field__input", "form-field__input--select"), .id(name),
                    .set(.name, name),
                    notes.describedBy, notes.invalid
                ) { html in
                    for option in options {
                        let isSelected = option.value == selected
                        html.element(
                            .option, .set(.value, option.value), .flag(.selected, if: isSelected),
                            text: option.label)
                    }
                }
            })
    }
}
