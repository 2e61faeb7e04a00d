import Markup

/// `/instellingen/account`: how the account stands, what the reader can do with it, and what was done.
struct AccountPage: View {
    enum State: Sendable {
        case active
        case suspended
        case closed
        /// Signed in, without an account.
        case none
    }

    /// An app that may see something of the reader's.
    struct App: Sendable {
        let name: String
        let since: Moment
        let until: Moment
        let scopes: [AppAccess]
        let stop: Location
    }

    struct Event: Sendable {
        let at: Moment
        let what: AccountEvent
        let detail: String
    }

    let state: State
    let since: Moment?
    /// The day on which a closed account is erased.
    let erasedOn: Moment?
    let termsVersion: String?
    let acceptedAt: Moment?
    let apps: [App]
    /// Newest first.
    let history: [Event]
    let token: FormToken

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.accountTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--tight")) { html in
            html.add(TextLink(strings.toSettings, Location("instellingen"), kind: .back))
            html.add(Heading(.one, strings.accountTitle))
        }
        writeNotice(to: &html)
        html.add(DataSummary(facts(in: strings)))
        writeActs(to: &html)
        writeApps(to: &html)
        writeHistory(to: &html)
    }

    private func facts(in strings: Strings) -> [DataSummary.Fact] {
        var facts: [DataSummary.Fact] = [.init(strings.accountState, badge(in: strings))]
        if let since { facts.append(.init(strings.accountSince, since)) }
        if let termsVersion, let acceptedAt {
            facts.append(
                .init(strings.termsTitle, TextLink(strings.termsNamed(termsVersion), Location("voorwaarden")))
            )
            facts.append(.init(strings.accountAcceptedAt, acceptedAt))
        }
        return facts
    }

    private func badge(in strings: Strings) -> StatusBadge {
        switch state {
        case .active: StatusBadge(strings.accountActive, tone: .reached)
        case .suspended: StatusBadge(strings.accountSuspended, tone: .atRisk)
        case .closed: StatusBadge(strings.accountClosed, tone: .below)
        case .none: StatusBadge(strings.accountNone, tone: .neutral)
        }
    }

    private func writeNotice(to html: inout HTML) {
        let strings = html.strings
        switch state {
        case .suspended:
            html.add(Alert(.notice, title: strings.accountSuspended, strings.accountSuspendedText))
        case .closed:
            let day = erasedOn?.text(in: strings) ?? ""
            html.add(Alert(.warning, title: strings.accountClosed, strings.accountClosedText(until: day)))
        case .active, .none: break
        }
    }

    private func writeActs(to html: inout HTML) {
        let strings = html.strings
        switch state {
        case .active:
            html.stack { html in
                html.add(Heading(.two, strings.accountPause))
                html.add(Paragraph(strings.accountPauseText))
                write(strings.accountPauseAct, "pauze", kind: .secondary, to: &html)
            }
        case .suspended:
            write(strings.accountResumeAct, "hervatting", kind: .primary, to: &html)
        case .closed:
            write(strings.accountReopenAct, "herstel", kind: .primary, to: &html)
        case .none: break
        }
        if state == .active || state == .suspended {
            html.stack { html in
                html.add(Heading(.two, strings.accountClose))
                html.add(Paragraph(strings.accountCloseText))
                html.add(
                    TextLink(
                        strings.accountCloseLink, Location("instellingen", "account", "opzegging"),
                        kind: .onward))
            }
        }
    }

    private func write(_ text: String, _ act: String, kind: Button.Kind, to html: inout HTML) {
        html.element(.form, .set(.method, "post"), .action(Location("instellingen", "account", act))) {
            html in
            html.add(token)
            html.add(Button(text, kind: kind))
        }
    }
}

extension AccountPage {
    private func writeApps(to html: inout HTML) {
        let strings = html.strings
        html.element(.section, .class("stack")) { html in
            html.add(Heading(.two, strings.accountApps))
            if apps.isEmpty { html.add(Paragraph(strings.accountNoApps, kind: .secondary)) }
            for app in apps {
                html.add(
                    DataSummary([
                        .init(strings.accountApp, app.name),
                        .init(
                            strings.accountAppMay,
                            app.scopes.map { strings.appAccess($0) }.joined(separator: "; ")),
                        .init(strings.accountAppSince, app.since),
                        .init(strings.accountAppUntil, app.until),
                    ]))
                html.element(.form, .set(.method, "post"), .action(app.stop)) { html in
                    html.add(token)
                    html.add(Button(strings.accountAppStop(app.name), kind: .secondary))
                }
            }
        }
    }

    private func writeHistory(to html: inout HTML) {
        let strings = html.strings
        guard !history.isEmpty else { return }
        html.element(.section, .class("stack")) { html in
            html.add(Heading(.two, strings.accountHistory))
            html.add(
                Timeline(
                    history.map { event in
                        Timeline.Step(
                            at: event.at, strings.accountEvent(event.what, detail: event.detail),
                            tone: event.what.tone)
                    }))
        }
    }
}

extension AccountEvent {
    fileprivate var tone: StatusBadge.Tone {
        switch self {
        case .opened, .resumed, .reopened, .acceptedTerms: .reached
        case .suspended: .atRisk
        case .closed, .declinedTerms: .below
        case .allowedApp, .stoppedApp, .signedIn, .signedOut: .neutral
        }
    }
}

/// `/instellingen/account/opzegging`: what closing does, asked once more.
struct ClosingPage: View {
    /// How long closing can be undone.
    let days: Int
    let token: FormToken

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.closingTitle
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.closingTitle))
            html.add(Paragraph(strings.closingLead, kind: .lead))
            html.list(strings.closingPoints(days: days))
        }
        html.element(.div, .class("form-actions")) { html in
            html.element(
                .form, .set(.method, "post"), .action(Location("instellingen", "account", "opzegging"))
            ) { html in
                html.add(token)
                html.add(Button(strings.closingAct))
            }
            html.add(Button.Link(strings.closingKeep, .account, kind: .secondary))
        }
    }
}
