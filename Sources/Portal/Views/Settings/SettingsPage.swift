import Markup

/// `/instellingen`: what is chosen now, with the way to change each.
struct SettingsPage: View {
    let email: Email
    let telling: Telling
    /// Organisations of which something may come, of those that send messages.
    let wantedCount: Int
    let organisationCount: Int
    let places: Places
    /// What was just done.
    var done: SettingsOutcome?

    struct Email: Sendable {
        let address: String?
        /// Since when it does not work.
        let unreachable: Moment?
        /// An address that waits for its code.
        let waiting: String?
    }

    /// When somebody is told.
    enum Telling: Sendable, Equatable {
        case atOnce
        case daily(hour: Int)
        case never

        func text(in strings: Strings) -> String {
            switch self {
            case .atOnce: strings.tellingAtOnceShort
            case .daily(let hour): strings.tellingDaily(at: hour)
            case .never: strings.tellingNever
            }
        }
    }

    struct Places: Sendable {
        let email: Location
        let telling: Location
        let preferences: Location
        let story: Location
        let account: Location
    }

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.settings
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.settings))
            html.add(Paragraph(strings.settingsLead, kind: .lead))
        }
        if let done { html.add(done.alert(in: strings)) }
        section(strings.preferences, places.preferences, to: &html) { html in
            html.add(Paragraph(strings.preferencesCount(wantedCount, of: organisationCount)))
        }
        section(strings.email, places.email, to: &html) { html in writeEmail(to: &html) }
        section(strings.telling, places.telling, to: &html) { html in
            html.add(Paragraph(telling.text(in: strings)))
        }
        section(strings.devicePage, .thisDevice, to: &html) { html in
            html.add(Paragraph(strings.devicePageLead))
        }
        section(strings.languageName, places.telling, to: &html) { html in
            html.add(Paragraph(strings.ownName))
        }
        html.element(.p) { html in html.add(TextLink(strings.story, places.story, kind: .onward)) }
        html.element(.p) { html in
            html.add(TextLink(strings.accountTitle, places.account, kind: .onward))
        }
    }

    /// One subject: what holds, and where it is changed.
    private func section(
        _ title: String, _ place: Location, to html: inout HTML, _ content: (inout HTML) -> Void
    ) {
        html.element(.section, .class("setting")) { html in
            html.add(Heading(.two, title))
            html.element(.div, .class("setting__value"), content: content)
            html.element(.p) { html in
                html.element(.a, .class("link"), .href(place)) { html in
                    html.text(html.strings.change)
                    html.element(.span, .class("visually-hidden"), text: ": \(title)")
                }
            }
        }
    }

    private func writeEmail(to html: inout HTML) {
        let strings = html.strings
        html.element(.p, .class("paragraph")) { html in
            html.element(.span, .class("address"), text: email.address ?? strings.emailNone)
            html.text(" ")
            if email.unreachable != nil {
                html.add(StatusBadge(strings.unreachable, tone: .below))
            } else if email.address != nil {
                html.add(StatusBadge(strings.confirmed, tone: .reached))
            }
        }
        if email.waiting != nil { html.add(Paragraph(strings.emailWaiting, kind: .secondary)) }
    }
}

/// What came of an act on the settings, as the page after it says.
enum SettingsOutcome: Sendable, Equatable {
    case emailConfirmed
    case emailRemoved
    case tellingSaved(needsEmail: Bool)

    func alert(in strings: Strings) -> Alert {
        switch self {
        case .emailConfirmed: Alert(.success, title: strings.savedTitle, strings.emailConfirmed)
        case .emailRemoved: Alert(.success, title: strings.savedTitle, strings.emailRemoved)
        case .tellingSaved(let needsEmail):
            Alert(
                needsEmail ? .warning : .success, title: strings.savedTitle,
                needsEmail ? strings.tellingNeedsEmail : strings.tellingSaved)
        }
    }
}
