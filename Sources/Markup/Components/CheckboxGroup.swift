/// Several things of which each can be chosen or not, all in sight.
public struct CheckboxGroup: Component {
    let legend: String
    let name: String
    let options: [Option]
    let hint: String?
    let error: String?

    /// - Parameters:
    ///   - legend: the question.
    ///   - name: what the group is referred to by on the page; each option has a field of its own.
    public init(
        _ legend: String, name: String, options: [Option], hint: String? = nil, error: String? = nil
    ) {
        self.legend = legend
        self.name = name
        self.options = options
        self.hint = hint
        self.error = error
    }

    /// What can be chosen.
    public struct Option: Sendable {
        let field: String
        let label: String
        let isChecked: Bool

        /// - Parameter field: the name of its field in the posted form, whose value is `ja`.
        public init(field: String, label: String, isChecked: Bool) {
            self.field = field
            self.label = label
            self.isChecked = isChecked
        }
    }

    public func write(to html: inout HTML) {
        let style: Attribute =
            error == nil ? .class("checkbox-group") : .class("checkbox-group", "checkbox-group--wrong")
        let notes = FieldNotes(name: name, hint: hint, error: error)
        html.element(.fieldset, style, .id(name), notes.describedBy) { html in
            html.element(.legend, .class("checkbox-group__legend"), text: legend)
            html.add(notes)
            for option in options {
                html.element(.div, .class("checkbox-group__option")) { html in
                    html.void(
                        .input, .set(.type, "checkbox"), .id(option.field), .set(.name, option.field),
                        .set(.value, "ja"), .flag(.checked, if: option.isChecked))
                    html.element(.label, .set(.forId, option.field), text: option.label)
                }
            }
        }
    }
}
