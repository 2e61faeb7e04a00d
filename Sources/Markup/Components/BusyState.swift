/// What stands where something is still being made: what, and when to look again. Nothing moves or turns.
public struct BusyState: Component {
    let text: String
    let reload: TextLink

    /// - Parameter reload: the page itself again.
    public init(_ text: String, reload: TextLink) {
        self.text = text
        self.reload = reload
    }

    public func write(to html: inout HTML) {
        html.element(.div, .class("busy-state"), .set(.role, "status")) { html in
            html.element(.p, .class("busy-state__title"), text: html.strings.busy)
            html.element(.p, .class("busy-state__text"), text: text)
            html.element(.p) { html in html.add(reload) }
        }
    }
}
