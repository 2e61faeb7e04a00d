/// The state of a thing in one or two words. The colour helps; the words say it.
public struct StatusBadge: Component {
    /// Which way the state points.
    public enum Tone: Sendable, CaseIterable {
        case neutral
        case reached
        case atRisk
        case below
        case new
    }

    let text: String
    let tone: Tone

    public init(_ text: String, tone: Tone = .neutral) {
        self.text = text
        self.tone = tone
    }

    public func write(to html: inout HTML) {
        html.element(.span, style, text: text)
    }

    private var style: Attribute {
        switch tone {
        case .neutral: .class("status-badge")
        case .reached: .class("status-badge", "status-badge--reached")
        case .atRisk: .class("status-badge", "status-badge--at-risk")
        case .below: .class("status-badge", "status-badge--below")
        case .new: .class("status-badge", "status-badge--new")
        }
    }
}
