/// The story of a thing: what happened when, in order.
public struct Timeline: Component {
    let steps: [Step]

    public init(_ steps: [Step]) {
        self.steps = steps
    }

    /// Something that happened.
    public struct Step: Sendable {
        let at: Moment
        let title: String
        let text: String?
        let tone: StatusBadge.Tone

        public init(
            at moment: Moment, _ title: String, text: String? = nil, tone: StatusBadge.Tone = .neutral
        ) {
            at = moment
            self.title = title
            self.text = text
            self.tone = tone
        }
    }

    public func write(to html: inout HTML) {
        html.element(.ol, .class("timeline")) { html in
            for step in steps {
                html.element(.li, style(of: step.tone)) { html in
                    html.element(.p, .class("timeline__title"), text: step.title)
                    html.element(.p, .class("timeline__moment")) { html in html.add(step.at) }
                    if let text = step.text { html.element(.p, .class("timeline__text"), text: text) }
                }
            }
        }
    }

    private func style(of tone: StatusBadge.Tone) -> Attribute {
        switch tone {
        case .neutral, .new: .class("timeline__step")
        case .reached: .class("timeline__step", "timeline__step--reached")
        case .atRisk: .class("timeline__step", "timeline__step--at-risk")
        case .below: .class("timeline__step", "timeline__step--below")
        }
    }
}
