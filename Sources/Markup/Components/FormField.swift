/// A field with its label, a hint where one helps, and the error where the answer was wrong.
public struct FormField: Component {
    /// What is asked for; the browser chooses the keyboard by it.
    public enum Kind: Sendable {
        case text
        case email
        case number
        case date
        case search
        /// Several lines.
        case area(rows: Int)
    }

    let label: String
    let name: String
    let id: String
    let kind: Kind
    let value: String
    let hint: String?
    let error: String?
    let isRequired: Bool
    let autocomplete: String?
    let lengthMax: Int?

    /// - Parameters:
    ///   - name: of the field in the posted form.
    ///   - id: unique on the page; the name, where that is.
    ///   - value: what was filled in before.
    ///   - hint: what the answer must look like, said before and not after.
    ///   - error: what is wrong and how to mend it.
    ///   - isRequired: fields are, unless said; one that is not says so in its label.
    ///   - autocomplete: the kind of personal data by the HTML standard's list, such as `email` (WCAG 1.3.5).
    ///   - lengthMax: the most that can be typed, in UTF-16 units as browsers count.
    public init(
        _ label: String, name: String, id: String? = nil, kind: Kind = .text, value: String = "",
        hint: String? = nil, error: String? = nil, isRequired: Bool = true, autocomplete: String? = nil,
        lengthMax: Int? = nil
    ) {
        self.label = label
        self.name = name
        self.id = id ?? name
        self.kind = kind
        self.value = value
        self.hint = hint
        self.error = error
        self.isRequired = isRequired
        self.autocomplete = autocomplete
        self.lengthMax = lengthMax
    }

    public func write(to html: inout HTML) {
        html.add(
            FieldFrame(label: label, name: id, hint: hint, error: error, isRequired: isRequired) {
                html, notes in
                if case .area(let rows) = kind {
                    html.element(
                        .textarea, .class("form-field__input"), .id(id), .set(.name, name),
                        .set(.rows, "\(rows)"), .set(.maxlength, ifPresent: lengthMax.map { "\($0)" }),
                        notes.describedBy, notes.invalid, .flag(.required, if: isRequired), text: value)
                } else {
                    html.void(
                        .input, .class("form-field__input"), .set(.type, type), .id(id), .set(.name, name),
                        .set(.value, value), .set(.autocomplete, ifPresent: autocomplete),
                        .set(.maxlength, ifPresent: lengthMax.map { "\($0)" }), notes.describedBy,
                        notes.invalid, .flag(.required, if: isRequired))
                }
            })
    }

    private var type: String {
        switch kind {
        case .text, .area: "text"
        case .email: "email"
        case .number: "number"
        case .date: "date"
        case .search: "search"
        }
    }
}
