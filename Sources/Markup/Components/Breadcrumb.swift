/// The way from the start page to here: links to what lies above, then the page itself as text.
public struct Breadcrumb: Component {
    let steps: [(label: String, location: Location)]
    let here: String

    public init(_ steps: [(label: String, location: Location)], here: String) {
        self.steps = steps
        self.here = here
    }

    public func write(to html: inout HTML) {
        html.element(.nav, .class("breadcrumb"), .set(.ariaLabel, html.strings.breadcrumb)) { html in
            html.element(.ol) { html in
                for step in steps {
                    html.element(.li) { html in
                        html.element(.a, .href(step.location), text: step.label)
                    }
                }
                html.element(.li, .set(.ariaCurrent, "page"), text: here)
            }
        }
    }
}
