/// Something for who wants to know more, folded below a line that says what it is.
public struct Details: Component {
    let summary: String
    let isOpen: Bool
    let content: Content

    public init(_ summary: String, isOpen: Bool = false, _ content: @escaping @Sendable (inout HTML) -> Void)
    {
        self.summary = summary
        self.isOpen = isOpen
        self.content = Content(content)
    }

    public func write(to html: inout HTML) {
        html.element(.details, .class("details"), .flag(.open, if: isOpen)) { html in
            html.element(.summary, text: summary)
            html.element(.div, .class("details__content")) { html in html.add(content) }
        }
    }
}
