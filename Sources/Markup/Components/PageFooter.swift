/// The foot of every page: what everybody must be able to find.
public struct PageFooter: Component {
    let links: [TextLink]
    let text: String
    let languages: LanguageSwitch?

    public init(links: [TextLink], text: String, languages: LanguageSwitch? = nil) {
        self.links = links
        self.text = text
        self.languages = languages
    }

    public func write(to html: inout HTML) {
        html.element(.footer, .class("page-footer")) { html in
            html.element(.div, .class("page-footer__inner")) { html in
                html.element(.ul) { html in
                    for link in links {
                        html.element(.li) { html in html.add(link) }
                    }
                }
                html.element(.p, text: text)
                if let languages { html.add(languages) }
            }
        }
    }
}
