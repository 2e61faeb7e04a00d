import Markup

/// `/instellingen/e-mailadres`: the address, the code that confirms it, and taking it away.
struct EmailPage: View {
    static let addressField = "emailadres"
    static let codeField = "code"

    let address: String?
    /// Since when mail does not arrive.
    let unreachable: Moment?
    /// The address that waits for its code.
    let waiting: String?
    /// What was typed, when it was wrong.
    var typed: String?
    var fault: Fault?
    let token: FormToken
    let places: Places

    enum Fault: Sendable, Equatable {
        case notAnAddress
        case tooMany(minutes: Int)
        case wrongCode(attemptsLeft: Int)
        case expired

        /// Which field it is about.
        var field: String {
            switch self {
            case .notAnAddress, .tooMany, .expired: addressField
            case .wrongCode: codeField
            }
        }

        func text(in strings: Strings) -> String {
            switch self {
            case .notAnAddress: strings.emailWrong
            case .tooMany(let minutes): strings.emailTooMany(minutes)
            case .wrongCode(let left): strings.codeWrong(left)
            case .expired: strings.codeExpired
            }
        }
    }

    struct Places: Sendable {
        let ask: Location
        let confirm: Location
        let remove: Location
        let settings: Location
    }

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.email
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        if let fault { html.add(ErrorSummary([(text: fault.text(in: strings), field: fault.field)])) }
        html.stack { html in
            html.add(TextLink(strings.backToSettings, places.settings, kind: .back))
            html.add(Heading(.one, strings.email))
        }
        if let unreachable {
            html.add(
                Alert(
                    .warning, title: strings.unreachableTitle,
                    strings.unreachableText(unreachable.text(in: strings))))
        }
        if let waiting { writeCode(for: waiting, to: &html) }
        writeAddress(to: &html)
        if address != nil { writeRemoval(to: &html) }
    }

    private func writeCode(for waiting: String, to html: inout HTML) {
        let strings = html.strings
        html.element(.section) { html in
            html.stack { html in
                html.add(Heading(.two, strings.emailWaiting))
                html.add(Paragraph(strings.emailWaitingText(waiting)))
                if let address, unreachable == nil { html.add(Paragraph(strings.emailStays(address))) }
                form(places.confirm, to: &html) { html in
                    html.add(
                        FormField(
                            strings.code, name: Self.codeField, hint: strings.codeHint,
                            error: error(for: Self.codeField, in: strings), autocomplete: "one-time-code",
                            lengthMax: 12))
                    html.add(Button(strings.codeConfirm))
                }
            }
        }
    }

    private func writeAddress(to html: inout HTML) {
        let strings = html.strings
        form(places.ask, to: &html) { html in
            html.add(
                FormField(
                    strings.email, name: Self.addressField, kind: .email,
                    value: typed ?? waiting ?? address ?? "",
                    hint: strings.emailHint, error: error(for: Self.addressField, in: strings),
                    autocomplete: "email", lengthMax: 254))
            html.add(Button(strings.emailSend, kind: waiting == nil ? .primary : .secondary))
        }
    }

    private func writeRemoval(to html: inout HTML) {
        let strings = html.strings
        html.add(
            Details(strings.emailRemove) { html in
                html.add(Paragraph(strings.emailRemoveText))
                html.element(.form, .set(.method, "post"), .action(places.remove)) { html in
                    html.add(token)
                    html.add(Button(strings.emailRemove, kind: .secondary))
                }
            })
    }

    private func error(for field: String, in strings: Strings) -> String? {
        fault?.field == field ? fault?.text(in: strings) : nil
    }

    private func form(_ action: Location, to html: inout HTML, _ content: (inout HTML) -> Void) {
        html.element(.form, .set(.method, "post"), .action(action), .flag(.novalidate)) { html in
            html.add(token)
            html.stack(content)
        }
    }
}
