/// The places within a page or a part of the site, beside the content on a wide screen and above it on a
/// phone.
public struct SideNav: Component {
    let label: String
    let items: [Item]

    /// - Parameter label: what a screen reader calls the list, and what stands above it.
    public init(label: String, items: [Item]) {
        self.label = label
        self.items = items
    }

    /// A place to go to, with a short mark such as a verdict.
    public struct Item: Sendable {
        let label: String
        let location: Location
        let isCurrent: Bool
        let badge: StatusBadge?
        let newCount: Int

        /// - Parameter newCount: how many things are new there; zero shows nothing.
        public init(
            _ label: String, _ location: Location, isCurrent: Bool = false, badge: StatusBadge? = nil,
            newCount: Int = 0
        ) {
            self.label = label
            self.location = location
            self.isCurrent = isCurrent
            self.badge = badge
            self.newCount = newCount
        }
    }

    public func write(to html: inout HTML) {
        html.element(.nav, .class("side-nav"), .set(.ariaLabel, label)) { html in
            html.element(.p, .class("side-nav__label"), .set(.ariaHidden, "true"), text: label)
            html.element(.ul) { html in
                for item in items {
                    html.element(.li) { html in write(item, to: &html) }
                }
            }
        }
    }

    private func write(_ item: Item, to html: inout HTML) {
        let current = Attribute.set(.ariaCurrent, ifPresent: item.isCurrent ? "page" : nil)
        html.element(.a, .href(item.location), current) { html in
            html.element(.span, text: item.label)
            if let badge = item.badge {
                html.text(" ")
                html.add(badge)
            }
            if item.newCount > 0 { html.add(NumberBadge(item.newCount)) }
        }
    }
}
