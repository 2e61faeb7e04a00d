/// Running text, in lines short enough to read.
public struct Paragraph: Component {
    /// What kind of text it is.
    public enum Kind: Sendable {
        case plain
        /// The sentence that says what the page is about, below its heading.
        case lead
        /// What may be skipped.
        case secondary
        /// Text of another, shown with its own line ends.
        case verbatim
    }

    let text: String
    let kind: Kind

    public init(_ text: String, kind: Kind = .plain) {
        self.text = text
        self.kind = kind
    }

    public func write(to html: inout HTML) {
        switch kind {
        case .plain: html.element(.p, .class("paragraph"), text: text)
        case .lead: html.element(.p, .class("paragraph", "paragraph--lead"), text: text)
        case .secondary: html.element(.p, .class("paragraph", "paragraph--secondary"), text: text)
        case .verbatim: html.element(.p, .class("paragraph", "paragraph--verbatim"), text: text)
        }
    }
}
