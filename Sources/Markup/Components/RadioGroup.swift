/// One choice out of a few, all in sight. Above about ten, use `Select`.
public struct RadioGroup: Component {
    let legend: String
    let name: String
    let options: [Option]
    let selected: String?
    let hint: String?
    let error: String?

    /// - Parameters:
    ///   - legend: the question.
    ///   - name: of the field in the posted form. Two groups of one name are one choice under two headings;
    ///     their options have different values.
    ///   - selected: the value that is chosen already.
    public init(
        _ legend: String, name: String, options: [Option], selected: String? = nil, hint: String? = nil,
        error: String? = nil
    ) {
        self.legend = legend
        self.name = name
        self.options = options
        self.selected = selected
        self.hint = hint
        self.error = error
    }

    /// What can be chosen.
    public struct Option: Sendable {
        let value: String
        let label: String
        let hint: String?

        public init(value: String, label: String, hint: String? = nil) {
            self.value = value
            self.label = label
            self.hint = hint
        }
    }

    public func write(to html: inout HTML) {
        let style: Attribute =
            error == nil ? .class("radio-group") : .class("radio-group", "radio-group--wrong")
        let notes = FieldNotes(name: name, hint: hint, error: error)
        html.element(.fieldset, style, notes.describedBy) { html in
            html.element(.legend, .class("radio-group__legend"), text: legend)
            html.add(notes)
            for option in options {
                write(option, to: &html)
            }
        }
    }

    private func write(_ option: Option, to html: inout HTML) {
        let id = "\(name)-\(option.value)"
        let hintID = option.hint.map { _ in "\(id)-uitleg" }
        html.element(.div, .class("radio-group__option")) { html in
            html.void(
                .input, .set(.type, "radio"), .id(id), .set(.name, name), .set(.value, option.value),
                .set(.ariaDescribedBy, ifPresent: hintID), .flag(.checked, if: option.value == selected),
                .flag(.required))
            html.element(.label, .set(.forId, id), text: option.label)
            if let hint = option.hint {
                html.element(.p, .class("radio-group__hint"), .set(.id, ifPresent: hintID), text: hint)
            }
        }
    }
}
