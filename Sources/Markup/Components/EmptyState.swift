/// What stands where there is nothing: says that, why that can be, and what to do where there is something to
/// do.
public struct EmptyState: Component {
    let title: String
    let text: String
    let link: TextLink?

    public init(_ title: String, _ text: String, link: TextLink? = nil) {
        self.title = title
        self.text = text
        self.link = link
    }

    public func write(to html: inout HTML) {
        html.element(.div, .class("empty-state")) { html in
            html.element(.p, .class("empty-state__title"), text: title)
            html.element(.p, .class("empty-state__text"), text: text)
            if let link {
                html.element(.p) { html in html.add(link) }
            }
        }
    }
}
