/// A link in or below running text. Its text says where it leads without the words around it.
public struct TextLink: Component {
    /// What it looks like.
    public enum Kind: Sendable {
        case plain
        /// Back to where the reader came from; an arrow stands before it.
        case back
        /// On to the next thing; an arrow stands behind it.
        case onward
    }

    let text: String
    let location: Location
    let kind: Kind

    public init(_ text: String, _ location: Location, kind: Kind = .plain) {
        self.text = text
        self.location = location
        self.kind = kind
    }

    public func write(to html: inout HTML) {
        switch kind {
        case .plain: html.element(.a, .class("link"), .href(location), text: text)
        case .back: html.element(.a, .class("link", "link--back"), .href(location), text: text)
        case .onward: html.element(.a, .class("link", "link--onward"), .href(location), text: text)
        }
    }
}
