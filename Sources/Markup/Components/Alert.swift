/// Something the reader must know on this page, before the rest.
public struct Alert: Component {
    /// What it tells; said in a word as well as in a colour.
    public enum Kind: Sendable, CaseIterable {
        case notice
        case success
        case warning
        case failure
    }

    let kind: Kind
    let title: String?
    let text: String
    let link: TextLink?

    /// - Parameters:
    ///   - title: what happened, in a few words; without one the word of the kind stands there.
    ///   - text: what it means and what to do.
    ///   - link: where to do it, when that is another page.
    public init(_ kind: Kind, title: String? = nil, _ text: String, link: TextLink? = nil) {
        self.kind = kind
        self.title = title
        self.text = text
        self.link = link
    }

    public func write(to html: inout HTML) {
        html.element(.div, style, .set(.role, kind == .failure ? "alert" : "note")) { html in
            html.element(.p, .class("alert__title")) { html in
                if let title {
                    html.element(
                        .span, .class("visually-hidden"), text: html.strings.alertKind(kind) + ": ")
                    html.text(title)
                } else {
                    html.text(html.strings.alertKind(kind))
                }
            }
            html.element(.p, .class("alert__text"), text: text)
            if let link { html.element(.p) { html in html.add(link) } }
        }
    }

    private var style: Attribute {
        switch kind {
        case .notice: .class("alert", "alert--notice")
        case .success: .class("alert", "alert--success")
        case .warning: .class("alert", "alert--warning")
        case .failure: .class("alert", "alert--failure")
        }
    }
}
