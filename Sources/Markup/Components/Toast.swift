/// Says that something was done, with the way to undo it. It stays until the next page: nobody has to hurry.
public struct Toast: Component {
    let text: String
    let undo: Undo?

    /// How to take it back.
    public struct Undo: Sendable {
        let action: Location
        let token: FormToken
        let fields: [HiddenField]

        /// - Parameter fields: what says which act is taken back.
        public init(action: Location, token: FormToken, fields: [HiddenField]) {
            self.action = action
            self.token = token
            self.fields = fields
        }
    }

    /// - Parameter undo: nil for what needs no undoing.
    public init(_ text: String, undo: Undo? = nil) {
        self.text = text
        self.undo = undo
    }

    public func write(to html: inout HTML) {
        html.element(.div, .class("toast"), .set(.role, "status")) { html in
            html.element(.p, .class("toast__text"), text: text)
            if let undo {
                html.element(.form, .set(.method, "post"), .action(undo.action)) { html in
                    html.add(undo.token)
                    for field in undo.fields { html.add(field) }
                    html.add(Button(html.strings.undo, kind: .secondary))
                }
            }
        }
    }
}

/// What a form sends along without asking.
public struct HiddenField: Component {
    let name: String
    let value: String

    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }

    public func write(to html: inout HTML) {
        html.void(.input, .set(.type, "hidden"), .set(.name, name), .set(.value, value))
    }
}
