/// What can be done with what is chosen: buttons beside one another, and one choice with its own button.
public struct ActionBar: Component {
    let label: String
    let buttons: [Button]
    let move: Choice?
    let links: [TextLink]

    /// - Parameters:
    ///   - label: what a screen reader calls the group.
    ///   - move: a choice among places, with the button that acts on it.
    ///   - links: what belongs here and is no act, such as to tick everything.
    public init(label: String, buttons: [Button], move: Choice? = nil, links: [TextLink] = []) {
        self.label = label
        self.buttons = buttons
        self.move = move
        self.links = links
    }

    /// One of several, and the button that acts on the choice.
    public struct Choice: Sendable {
        let label: String
        let name: String
        let options: [(value: String, label: String)]
        let button: Button

        /// - Parameter name: of the field in the posted form; also its id, so unique on the page.
        public init(
            _ label: String, name: String, options: [(value: String, label: String)], button: Button
        ) {
            self.label = label
            self.name = name
            self.options = options
            self.button = button
        }
    }

    public func write(to html: inout HTML) {
        html.element(.div, .class("action-bar"), .set(.role, "group"), .set(.ariaLabel, label)) { html in
            for link in links { html.add(link) }
            for button in buttons { html.add(button) }
            if let move { write(move, to: &html) }
        }
    }

    private func write(_ choice: Choice, to html: inout HTML) {
        html.element(.div, .class("action-bar__choice")) { html in
            html.element(
                .label, .class("visually-hidden"), .set(.forId, choice.name), text: choice.label)
            html.element(.select, .id(choice.name), .set(.name, choice.name)) { html in
                for option in choice.options {
                    html.element(.option, .set(.value, option.value), text: option.label)
                }
            }
            html.add(choice.button)
        }
    }
}
