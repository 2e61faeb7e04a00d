/// A heading. The level follows from the structure of the page: one heading of level 1, none skipped.
public struct Heading: Component {
    /// Its place in the structure.
    public enum Level: Sendable {
        case one, two, three, four
    }

    let level: Level
    let text: String
    let id: String?

    /// - Parameter id: for links to this part of the page.
    public init(_ level: Level, _ text: String, id: String? = nil) {
        self.level = level
        self.text = text
        self.id = id
    }

    public func write(to html: inout HTML) {
        let id = Attribute.set(.id, ifPresent: id)
        switch level {
        case .one: html.element(.h1, .class("heading", "heading--1"), id, text: text)
        case .two: html.element(.h2, .class("heading", "heading--2"), id, text: text)
        case .three: html.element(.h3, .class("heading", "heading--3"), id, text: text)
        case .four: html.element(.h4, .class("heading", "heading--4"), id, text: text)
        }
    }
}
