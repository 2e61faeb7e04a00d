/// Something that is done: sends the form in which it stands. A page has one primary button at most.
public struct Button: Component {
    /// How much it asks for attention.
    public enum Kind: Sendable {
        case primary
        case secondary
        /// An act that is at hand but seldom needed, such as signing out.
        case quiet
    }

    let text: String
    let kind: Kind
    let name: String?
    let value: String?

    /// - Parameters:
    ///   - text: a verb, and with what: "Bericht verwijderen".
    ///   - name: with `value`, what is sent when this button was the one pressed.
    public init(_ text: String, kind: Kind = .primary, name: String? = nil, value: String? = nil) {
        self.text = text
        self.kind = kind
        self.name = name
        self.value = value
    }

    public func write(to html: inout HTML) {
        html.element(
            .button, .set(.type, "submit"), kind.style, .set(.name, ifPresent: name),
            .set(.value, ifPresent: value), text: text)
    }

    /// A link that looks like a button, where the next step is a page and not an act.
    public struct Link: Component {
        let text: String
        let location: Location
        let kind: Kind

        public init(_ text: String, _ location: Location, kind: Kind = .primary) {
            self.text = text
            self.location = location
            self.kind = kind
        }

        public func write(to html: inout HTML) {
            html.element(.a, kind.style, .href(location), text: text)
        }
    }
}

extension Button.Kind {
    fileprivate var style: Attribute {
        switch self {
        case .primary: .class("button", "button--primary")
        case .secondary: .class("button", "button--secondary")
        case .quiet: .class("button", "button--quiet")
        }
    }
}
