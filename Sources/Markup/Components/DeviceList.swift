/// The devices of somebody on which new messages are announced, each with the button that ends it.
public struct DeviceList: Component {
    let label: String
    let items: [Item]

    /// - Parameter label: what a screen reader calls the list.
    public init(label: String, items: [Item]) {
        self.label = label
        self.items = items
    }

    /// One device.
    public struct Item: Sendable {
        /// Whether words still arrive.
        public enum State: Sendable {
            case told(since: Moment)
            case gone(since: Moment)
        }

        let name: String
        let state: State
        let fingerprint: String
        let id: String
        let remove: Location
        let token: FormToken

        /// - Parameters:
        ///   - fingerprint: by which the script on the page finds the line of the device it runs on.
        ///   - id: what the form sends back, as `apparaat`.
        ///   - remove: where the form posts to.
        public init(
            _ name: String, state: State, fingerprint: String, id: String, remove: Location,
            token: FormToken
        ) {
            self.name = name
            self.state = state
            self.fingerprint = fingerprint
            self.id = id
            self.remove = remove
            self.token = token
        }
    }

    public func write(to html: inout HTML) {
        html.element(.ul, .class("device-list"), .set(.role, "list"), .set(.ariaLabel, label)) { html in
            for item in items {
                html.element(
                    .li, .class("device-list__item"), .set(.dataDevice, item.fingerprint)
                ) { html in write(item, to: &html) }
            }
        }
    }

    private func write(_ item: Item, to html: inout HTML) {
        html.element(.div, .class("device-list__text")) { html in
            html.element(.p, .class("device-list__name")) { html in
                html.element(.span, text: item.name)
                html.element(.span, .class("device-list__here"), .flag(.hidden)) { html in
                    html.add(StatusBadge(html.strings.thisDevice, tone: .new))
                }
            }
            write(item.state, to: &html)
        }
        html.element(.form, .set(.method, "post"), .action(item.remove)) { html in
            html.add(item.token)
            html.void(.input, .set(.type, "hidden"), .set(.name, "apparaat"), .set(.value, item.id))
            html.element(.button, .set(.type, "submit"), .class("button", "button--secondary")) { html in
                html.text(html.strings.stopTelling(item.state))
                html.element(.span, .class("visually-hidden"), text: " " + item.name)
            }
        }
    }

    private func write(_ state: Item.State, to html: inout HTML) {
        let strings = html.strings
        switch state {
        case .told(let moment):
            html.element(.p, .class("device-list__state"), text: strings.toldSince(moment.text(in: strings)))
        case .gone(let moment):
            html.element(
                .p, .class("device-list__state", "device-list__state--gone"),
                text: strings.goneSince(moment.text(in: strings)))
        }
    }
}
