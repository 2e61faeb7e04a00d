import Markup

/// `/`: says what this is to who is not signed in; shows a citizen what is new and what must be done soon.
struct StartPage: View {
    /// Who looks.
    enum Reader: Sendable {
        case signedOut(signIn: Location)
        case citizen(Citizen)
        /// Staff of an organisation; `serviceLevels` nil where their role may not see them.
        case staff(name: String, serviceLevels: Location?)
    }

    /// What a citizen finds on coming in.
    struct Citizen: Sendable {
        let name: String
        let newCount: Int
        /// The newest unread messages, five or so.
        let latest: [MessageListItem]
        /// Messages with a deadline near or just past, nearest first.
        let deadlines: [MessageListItem]
        let box: Location
    }

    let reader: Reader

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        switch reader {
        case .signedOut: strings.startTitle
        case .citizen, .staff: strings.start
        }
    }

    func write(to html: inout HTML) {
        switch reader {
        case .signedOut(let signIn): writeSignedOut(signIn, to: &html)
        case .citizen(let citizen): write(citizen, to: &html)
        case .staff(let name, let serviceLevels): writeStaff(name, serviceLevels, to: &html)
        }
    }

    private func writeSignedOut(_ signIn: Location, to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.startTitle))
            html.add(Paragraph(strings.startLead, kind: .lead))
            html.add(Button.Link(strings.signIn, signIn))
        }
        html.stack { html in
            html.add(Heading(.two, strings.startWhat))
            html.list(strings.startDoes)
        }
        html.stack { html in
            html.add(Heading(.two, strings.startForStaff))
            html.add(Paragraph(strings.startForStaffText))
        }
    }

    private func write(_ citizen: Citizen, to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.welcome(citizen.name)))
            html.add(Paragraph(strings.newMessages(citizen.newCount), kind: .lead))
            html.add(Button.Link(strings.toBox, citizen.box))
            html.add(TextLink(strings.installHint, .thisDevice))
        }
        if !citizen.deadlines.isEmpty {
            section(strings.deadlinesNear, citizen.deadlines, to: &html)
        }
        if !citizen.latest.isEmpty {
            section(strings.latestMessages, citizen.latest, to: &html)
        }
    }

    private func section(_ title: String, _ messages: [MessageListItem], to html: inout HTML) {
        html.element(.section) { html in
            html.stack { html in
                html.add(Heading(.two, title))
                html.element(.div, .class("wide")) { html in
                    html.add(MessageList(label: title, items: messages))
                }
            }
        }
    }

    private func writeStaff(_ name: String, _ serviceLevels: Location?, to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.welcome(name)))
            if let serviceLevels {
                html.add(Paragraph(strings.startForStaffText, kind: .lead))
                html.add(Button.Link(strings.serviceLevels, serviceLevels))
            }
        }
    }
}
