import Markup

/// `/toegankelijkheid`: the statement about accessibility, and whom to tell what does not work.
struct AccessibilityPage: View {
    /// The address for complaints; nil where the organisation that runs this has set none.
    let contact: String?

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.accessibility
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.accessibility))
            html.add(Paragraph(strings.accessibilityLead, kind: .lead))
        }
        html.stack { html in
            html.add(Heading(.two, strings.accessibilityHow))
            html.list(strings.accessibilityPoints)
        }
        html.stack { html in
            html.add(Heading(.two, strings.accessibilityKnown))
            html.add(Paragraph(strings.accessibilityKnownText))
            html.add(Paragraph(strings.accessibilityAttachment))
        }
        if let contact {
            html.stack { html in
                html.add(Heading(.two, strings.accessibilityContact))
                html.add(Paragraph(strings.accessibilityContactText))
                html.add(TextLink(strings.mailTo(contact), .mail(to: contact)))
            }
        }
    }
}
