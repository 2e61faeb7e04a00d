import Markup

/// `/berichtenbox/{id}`: one message as its sender wrote it.
struct MessagePage: View {
    let subject: String
    let sender: String
    let received: Moment
    let reference: String?
    let deadline: Deadline?
    /// With the sender's own line ends.
    let text: String
    let attachments: [FileLink]
    /// The place that it lies in, to go back to.
    let place: TextLink
    /// What can be done with it; nil on the page to print.
    var form: BoxForm?
    /// The page to print; nil on that page itself.
    var printing: Location?

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        subject
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.element(.div, .class("not-printed")) { html in html.add(place) }
            html.add(Heading(.one, subject))
        }
        if let form, let printing {
            form.write(
                around: Content { html in
                    html.element(.div, .class("not-printed")) { html in
                        html.add(TextLink(html.strings.printing, printing))
                    }
                }, to: &html)
        } else {
            html.element(.div, .class("not-printed")) { html in
                html.add(Alert(.notice, title: strings.printing, strings.printHint))
            }
        }
        html.add(DataSummary(facts(in: strings)))
        if let deadline, deadline.isPast {
            html.add(
                Alert(.warning, title: strings.deadlinePassed, strings.deadlinePassedText(sender)))
        }
        html.element(.div, .class("message-text")) { html in
            html.add(Paragraph(text, kind: .verbatim))
        }
        if !attachments.isEmpty { writeAttachments(to: &html) }
        html.add(Paragraph(strings.questions(sender), kind: .secondary))
    }

    private func facts(in strings: Strings) -> [DataSummary.Fact] {
        var facts: [DataSummary.Fact] = [.init(strings.sender, sender), .init(strings.received, received)]
        if let reference { facts.append(.init(strings.reference, reference)) }
        if let deadline { facts.append(.init(strings.respondBy, deadline.withoutLabel)) }
        return facts
    }

    private func writeAttachments(to html: inout HTML) {
        html.element(.section, .class("stack", "stack--tight")) { html in
            html.add(Heading(.two, html.strings.attachments))
            html.element(.ul, .class("attachments")) { html in
                for attachment in attachments {
                    html.element(.li) { html in html.add(attachment) }
                }
            }
        }
    }
}
