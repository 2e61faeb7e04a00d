/// Cases below one another: whose they are, how they stand, and what the reader must do.
public struct CaseList: Component {
    let label: String
    let items: [CaseListItem]

    /// - Parameter label: what a screen reader calls the list.
    public init(label: String, items: [CaseListItem]) {
        self.label = label
        self.items = items
    }

    public func write(to html: inout HTML) {
        html.element(.ul, .class("case-list"), .set(.role, "list"), .set(.ariaLabel, label)) { html in
            for item in items { html.add(item) }
        }
    }
}

/// A case in a list. A case that waits for the reader stands out, and says for what.
public struct CaseListItem: Component {
    let organisation: String
    let title: String
    let location: Location
    let state: StatusBadge
    let changed: Moment
    let step: Step?

    /// What the reader must do, and by when.
    public struct Step: Sendable {
        let text: String
        let until: Deadline?

        public init(_ text: String, until: Deadline? = nil) {
            self.text = text
            self.until = until
        }
    }

    /// - Parameters:
    ///   - location: where the case is told; the title is the link, the whole row can be pressed.
    ///   - changed: when something happened last.
    public init(
        organisation: String, title: String, location: Location, state: StatusBadge, changed: Moment,
        step: Step? = nil
    ) {
        self.organisation = organisation
        self.title = title
        self.location = location
        self.state = state
        self.changed = changed
        self.step = step
    }

    public func write(to html: inout HTML) {
        let style: Attribute =
            step == nil ? .class("case-list__item") : .class("case-list__item", "case-list__item--step")
        html.element(.li, style) { html in
            html.element(.div, .class("case-list__head")) { html in
                html.element(.span, .class("case-list__organisation"), text: organisation)
                html.add(state)
            }
            html.element(.a, .class("case-list__title"), .href(location), text: title)
            if let step { write(step, to: &html) }
            html.element(.p, .class("case-list__foot")) { html in
                html.text(html.strings.caseChanged + " ")
                html.add(changed)
            }
        }
    }

    private func write(_ step: Step, to html: inout HTML) {
        html.element(.p, .class("case-list__step"), text: html.strings.stepForYou(step.text))
        if let until = step.until {
            html.element(.p, .class("case-list__until")) { html in html.add(until) }
        }
    }
}
