/// A few numbers that say how things stand, large enough to see in passing, each with what it counts.
public struct Figures: Component {
    let figures: [Figure]

    public init(_ figures: [Figure]) {
        self.figures = figures
    }

    /// A number, and where it leads.
    public struct Figure: Sendable {
        let label: String
        let number: Int
        let location: Location?

        /// - Parameter location: to what was counted; nil where there is nothing more to see.
        public init(_ label: String, _ number: Int, location: Location? = nil) {
            self.label = label
            self.number = number
            self.location = location
        }
    }

    public func write(to html: inout HTML) {
        html.element(.dl, .class("figures")) { html in
            for figure in figures {
                html.element(.div, .class("figures__figure")) { html in
                    html.element(.dt, text: figure.label)
                    html.element(.dd) { html in
                        let number = html.strings.number(figure.number)
                        if let location = figure.location, figure.number > 0 {
                            html.element(.a, .class("link"), .href(location), text: number)
                        } else {
                            html.text(number)
                        }
                    }
                }
            }
        }
    }
}
