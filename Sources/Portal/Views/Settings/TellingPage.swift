import Markup

/// `/instellingen/meldingen`: whether, when and in which language somebody is told.
struct TellingPage: View {
    static let paceField = "tempo"
    static let hourField = "uur"
    static let devicesField = "apparaten"
    static let languageField = "taal"
    static let revisionField = "versie"

    /// The values of the field of the pace.
    enum Pace: String, Sendable {
        case atOnce = "direct"
        case daily = "dagelijks"
        case never = "nee"
    }

    let telling: SettingsPage.Telling
    /// Whether devices that were added are told too.
    let tellsDevices: Bool
    let language: Language
    /// What the form was made from.
    let revision: Int
    /// Whether it came back because it was changed elsewhere.
    var isOvertaken = false
    let token: FormToken
    let action: Location
    let settings: Location

    let width = PageWidth.reading

    /// The hour that the form begins with.
    private static let usualHour = 18

    func title(in strings: Strings) -> String {
        strings.telling
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(TextLink(strings.backToSettings, settings, kind: .back))
            html.add(Heading(.one, strings.telling))
            html.add(Paragraph(strings.tellingReminder))
        }
        if isOvertaken {
            html.add(Alert(.failure, title: strings.changedElsewhereTitle, strings.changedElsewhereText))
        }
        html.element(.form, .set(.method, "post"), .action(action)) { html in
            html.add(token)
            html.void(
                .input, .set(.type, "hidden"), .set(.name, Self.revisionField), .set(.value, "\(revision)"))
            html.element(.div, .class("stack", "stack--wide")) { html in
                html.add(paces(in: strings))
                html.add(hours(in: strings))
                html.add(devices(in: strings))
                html.add(languages(in: strings))
                html.add(Button(strings.save))
            }
        }
    }

    private func paces(in strings: Strings) -> RadioGroup {
        let selected: Pace
        switch telling {
        case .atOnce: selected = .atOnce
        case .daily: selected = .daily
        case .never: selected = .never
        }
        return RadioGroup(
            strings.tellingQuestion, name: Self.paceField,
            options: [
                .init(value: Pace.atOnce.rawValue, label: strings.tellingAtOnce),
                .init(value: Pace.daily.rawValue, label: strings.tellingDaily),
                .init(
                    value: Pace.never.rawValue, label: strings.tellingNever, hint: strings.tellingNeverHint),
            ], selected: selected.rawValue)
    }

    private func hours(in strings: Strings) -> Select {
        var chosen = Self.usualHour
        if case .daily(let hour) = telling { chosen = hour }
        return Select(
            strings.tellingHour, name: Self.hourField,
            options: (0..<24).map { ("\($0)", strings.clock(hour: $0, minute: 0)) },
            selected: "\(chosen)", hint: strings.tellingHourHint)
    }

    private func devices(in strings: Strings) -> CheckboxGroup {
        CheckboxGroup(
            strings.tellingDevices, name: "op-apparaten",
            options: [
                .init(field: Self.devicesField, label: strings.tellingDevicesYes, isChecked: tellsDevices)
            ], hint: strings.tellingDevicesHint)
    }

    private func languages(in strings: Strings) -> RadioGroup {
        RadioGroup(
            strings.languageName, name: Self.languageField,
            options: Language.allCases.map { .init(value: $0.rawValue, label: Strings($0).ownName) },
            selected: language.rawValue)
    }
}
