/// The top of every page: the product, the main menu, and who is signed in.
public struct PageHeader: Component {
    let items: [Item]
    let state: State

    /// - Parameters:
    ///   - items: the main menu; none where there is nowhere to go yet.
    ///   - state: who is signed in, or where to sign in.
    public init(items: [Item], state: State) {
        self.items = items
        self.state = state
    }

    /// An entry of the main menu.
    public struct Item: Sendable {
        let label: String
        let location: Location
        let isCurrent: Bool
        let newCount: Int

        /// - Parameters:
        ///   - isCurrent: whether the reader is on this page or below it.
        ///   - newCount: how many things are new there; zero shows nothing.
        public init(_ label: String, _ location: Location, isCurrent: Bool = false, newCount: Int = 0) {
            self.label = label
            self.location = location
            self.isCurrent = isCurrent
            self.newCount = newCount
        }
    }

    /// Whether somebody is signed in.
    public enum State: Sendable {
        /// - Parameters:
        ///   - name: as the person is addressed.
        ///   - role: in which role, for staff; nil for a citizen.
        ///   - signOut: where the form posts to.
        ///   - token: proves that the form came from this site.
        case signedIn(name: String, role: String?, signOut: Location, token: FormToken)
        case signedOut(signIn: Location)
        /// On the sign-in page itself, and where nothing is known of the reader.
        case none
    }

    public func write(to html: inout HTML) {
        html.element(.header, .class("page-header")) { html in
            html.element(.div, .class("page-header__bar")) { html in
                html.element(.a, .class("page-header__product"), .href(.root)) { html in
                    html.add(ProductMark())
                    html.element(.span, text: html.strings.product)
                }
                write(state, to: &html)
            }
            if !items.isEmpty { writeMenu(to: &html) }
        }
    }

    private func write(_ state: State, to html: inout HTML) {
        switch state {
        case .signedIn(let name, let role, let signOut, let token):
            html.element(.div, .class("page-header__state")) { html in
                html.element(.p, .class("page-header__person")) { html in
                    html.element(.span, .class("visually-hidden"), text: html.strings.signedInAs(""))
                    html.element(.span, .class("page-header__name"), text: name)
                    if let role { html.element(.span, .class("page-header__role"), text: role) }
                }
                html.element(.form, .set(.method, "post"), .action(signOut)) { html in
                    html.add(token)
                    html.add(Button(html.strings.signOut, kind: .quiet))
                }
            }
        case .signedOut(let signIn):
            html.element(.div, .class("page-header__state")) { html in
                html.add(Button.Link(html.strings.signIn, signIn, kind: .secondary))
            }
        case .none: break
        }
    }

    private func writeMenu(to html: inout HTML) {
        html.element(.nav, .class("page-header__menu"), .set(.ariaLabel, html.strings.mainNavigation)) {
            html in
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
            if item.newCount > 0 { html.add(NumberBadge(item.newCount)) }
        }
    }
}
