import Markup

/// `/instellingen/voorkeuren`: each organisation, with its kinds of message folded below it.
struct PreferencesPage: View {
    static let revisionField = "versie"

    let organisations: [Organisation]
    /// The one that was just saved, by its number.
    var saved: String?
    /// The one whose form came back: changed elsewhere meanwhile, or without an answer.
    var fault: (number: String, kind: Fault)?
    let token: FormToken
    let settings: Location

    enum Fault: Sendable {
        case overtaken
        case missing
    }

    struct Organisation: Sendable {
        /// Its OIN.
        let number: String
        let name: String
        /// Nil where it was never chosen.
        let wants: Bool?
        let changed: Moment?
        let revision: Int
        let types: [MessageType]
        let action: Location

        /// The name of the field of the choice about the organisation as a whole.
        var field: String { PreferencesPage.field(of: number) }
    }

    struct MessageType: Sendable {
        /// The name of its field.
        let field: String
        let title: String
        let choice: Choice
    }

    /// The values of the fields.
    enum Choice: String, Sendable, CaseIterable {
        case yes = "ja"
        case no = "nee"
        case asOrganisation = "volgt"
    }

    static func field(of number: String) -> String { "wens-\(number)" }

    /// A code may hold any character; in a name and an id it stands by its bytes.
    static func field(of number: String, type code: String) -> String {
        "soort-\(number)-" + code.utf8.map { String($0, radix: 16) }.joined(separator: ".")
    }

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.preferences
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        if let fault, fault.kind == .missing {
            let first = "\(Self.field(of: fault.number))-\(Choice.yes.rawValue)"
            html.add(ErrorSummary([(text: strings.preferenceMissing, field: first)]))
        }
        html.stack { html in
            html.add(TextLink(strings.backToSettings, settings, kind: .back))
            html.add(Heading(.one, strings.preferences))
            html.add(Paragraph(strings.preferencesLead, kind: .lead))
        }
        if let done = organisations.first(where: { $0.number == saved }) {
            html.add(Alert(.success, title: strings.savedTitle, strings.preferenceSaved(done.name)))
        }
        if let fault, fault.kind == .overtaken {
            html.add(Alert(.failure, title: strings.changedElsewhereTitle, strings.changedElsewhereText))
        }
        guard !organisations.isEmpty else {
            html.add(EmptyState(strings.preferencesNone, strings.preferencesNoneText))
            return
        }
        html.element(.ul, .class("preferences")) { html in
            for organisation in organisations {
                html.element(.li, .class("preference")) { html in write(organisation, to: &html) }
            }
        }
    }

    private func write(_ organisation: Organisation, to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("preference__head")) { html in
            html.add(Heading(.two, organisation.name))
            html.add(organisation.badge(in: strings))
        }
        if let changed = organisation.changed {
            html.add(Paragraph(strings.changedOn(changed.text(in: strings)), kind: .secondary))
        }
        let isOpen = organisation.number == fault?.number
        html.element(.details, .class("details"), .flag(.open, if: isOpen)) { html in
            html.element(.summary) { html in
                html.text(strings.change)
                html.element(.span, .class("visually-hidden"), text: ": \(organisation.name)")
            }
            html.element(.div, .class("details__content")) { html in writeForm(organisation, to: &html) }
        }
    }

    private func writeForm(_ organisation: Organisation, to html: inout HTML) {
        let strings = html.strings
        html.element(.form, .set(.method, "post"), .action(organisation.action)) { html in
            html.add(token)
            html.void(
                .input, .set(.type, "hidden"), .set(.name, Self.revisionField),
                .set(.value, "\(organisation.revision)"))
            html.element(.div, .class("stack", "stack--wide")) { html in
                html.add(
                    RadioGroup(
                        strings.preferenceQuestion(organisation.name), name: organisation.field,
                        options: [
                            .init(value: Choice.yes.rawValue, label: strings.yes),
                            .init(value: Choice.no.rawValue, label: strings.no),
                        ], selected: organisation.wants.map { ($0 ? Choice.yes : .no).rawValue }))
                if !organisation.types.isEmpty {
                    html.add(Heading(.three, strings.preferenceTypes))
                    for type in organisation.types { html.add(type.select(in: strings)) }
                }
                html.add(Button(strings.save, kind: .secondary))
            }
        }
    }
}

extension PreferencesPage.Organisation {
    /// Whether all, something or nothing comes.
    fileprivate func badge(in strings: Strings) -> StatusBadge {
        guard let wants else { return StatusBadge(strings.neverChosen, tone: .neutral) }
        let wanted = types.filter { $0.choice == .yes || ($0.choice == .asOrganisation && wants) }
        if types.isEmpty ? wants : wanted.count == types.count {
            return StatusBadge(strings.wantsAll, tone: .reached)
        }
        return wanted.isEmpty
            ? StatusBadge(strings.wantsNone, tone: .neutral) : StatusBadge(strings.wantsSome, tone: .neutral)
    }
}

extension PreferencesPage.MessageType {
    fileprivate func select(in strings: Strings) -> Select {
        Select(
            title, name: field,
            options: [
                (PreferencesPage.Choice.asOrganisation.rawValue, strings.asOrganisation),
                (PreferencesPage.Choice.yes.rawValue, strings.typeYes),
                (PreferencesPage.Choice.no.rawValue, strings.typeNo),
            ], selected: choice.rawValue)
    }
}
