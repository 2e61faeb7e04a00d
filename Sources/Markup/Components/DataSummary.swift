/// The facts of one thing, each with its name: NL Design System calls it data-summary.
public struct DataSummary: Component {
    let facts: [Fact]

    public init(_ facts: [Fact]) {
        self.facts = facts
    }

    /// A name and what belongs to it.
    public struct Fact: Sendable {
        let name: String
        let content: Content

        public init(_ name: String, _ text: String) {
            self.init(name, Content { html in html.text(text) })
        }

        public init(_ name: String, _ component: some Component) {
            self.name = name
            content = Content { html in html.add(component) }
        }
    }

    public func write(to html: inout HTML) {
        html.element(.dl, .class("data-summary")) { html in
            for fact in facts {
                html.element(.div, .class("data-summary__fact")) { html in
                    html.element(.dt, text: fact.name)
                    html.element(.dd) { html in html.add(fact.content) }
                }
            }
        }
    }
}
