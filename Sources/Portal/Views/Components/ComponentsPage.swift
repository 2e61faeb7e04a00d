import Markup

/// `/componenten` in the demo environment: every component, in both themes, to look at and to test.
struct ComponentsPage: View {
    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.components
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.components))
            html.add(Paragraph(strings.componentsLead, kind: .lead))
        }
        html.element(.div, .class("gallery")) { html in
            for theme in Theme.allCases {
                html.element(.section, .class("gallery__theme"), .set(.dataTheme, theme.rawValue)) { html in
                    html.add(Heading(.two, strings.theme(theme)))
                    for specimen in Specimen.all(in: theme) { html.add(specimen) }
                }
            }
        }
    }
}

/// A component on show, below its name.
struct Specimen: Component {
    let name: String
    let content: Content

    init(_ name: String, _ content: @escaping @Sendable (inout HTML) -> Void) {
        self.name = name
        self.content = Content(content)
    }

    /// - Parameter theme: ids and names of fields carry it, since every component is on the page twice.
    static func all(in theme: Theme) -> [Specimen] {
        texts + frames(in: theme) + lists + measures + numbers + forms(in: theme) + states
    }

    func write(to html: inout HTML) {
        html.element(.div, .class("specimen")) { html in
            html.element(.h3, .class("specimen__name"), text: name)
            html.element(.div, .class("specimen__content")) { html in html.add(content) }
        }
    }
}
