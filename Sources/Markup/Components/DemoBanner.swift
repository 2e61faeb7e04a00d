/// Says on every page of the demo environment that nothing here is real.
public struct DemoBanner: Component {
    let moment: String?

    /// - Parameter moment: as of which moment the demo runs, where that is not now.
    public init(asOf moment: String? = nil) {
        self.moment = moment
    }

    public func write(to html: inout HTML) {
        html.element(.aside, .class("demo-banner"), .set(.ariaLabel, html.strings.demoLabel)) { html in
            html.element(.p) { html in
                html.element(.strong, text: html.strings.demoLabel)
                html.text(". ")
                html.text(html.strings.demoText(asOf: moment))
            }
        }
    }
}
