/// How many new things wait somewhere. Shows the number; reads out "3 nieuw".
public struct NumberBadge: Component {
    let count: Int

    /// Above this the badge shows "99+": the exact number is on the page itself.
    private static let shownMax = 99

    public init(_ count: Int) {
        self.count = count
    }

    public func write(to html: inout HTML) {
        let shown = count > Self.shownMax ? "\(Self.shownMax)+" : "\(count)"
        html.element(.span, .class("number-badge")) { html in
            html.element(.span, .set(.ariaHidden, "true"), text: shown)
            html.element(.span, .class("visually-hidden"), text: html.strings.newCount(count))
        }
    }
}
