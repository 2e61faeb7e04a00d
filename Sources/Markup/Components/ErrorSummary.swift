/// What is wrong with a form, all together above it, each with a link to its field.
public struct ErrorSummary: Component {
    let errors: [(text: String, field: String)]

    /// - Parameter errors: the text of each error and the name of its field.
    public init(_ errors: [(text: String, field: String)]) {
        self.errors = errors
    }

    public func write(to html: inout HTML) {
        html.element(.div, .class("error-summary"), .set(.role, "alert")) { html in
            html.element(.h2, .class("error-summary__title"), text: html.strings.errorSummary)
            html.element(.ul) { html in
                for error in errors {
                    html.element(.li) { html in
                        html.element(.a, .href(.fragment(error.field)), text: error.text)
                    }
                }
            }
        }
    }
}
