import Markup

/// `/instellingen/dit-apparaat`: what the reader wants of the device they hold, and the devices that are
/// told.
///
/// A browser does these things only by script: what needs it is hidden until the script of the pages shows
/// it, and without scripts the page says so.
struct DevicePage: View {
    let devices: [DeviceList.Item]
    /// The public key that the browser subscribes with.
    let key: String
    /// What this device is called unless the reader says otherwise.
    let suggestedName: Name
    let nameLimit: Int
    let action: Location
    let token: FormToken
    /// Why the device was not added; nil when nothing went wrong.
    var fault: Fault?

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.devicePage
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.element(.div, .class("stack", "stack--wide"), .id("dit-apparaat")) { html in
            html.add(TextLink(strings.backToSettings, .settings, kind: .back))
            html.add(Heading(.one, strings.devicePage))
            html.add(Paragraph(strings.devicePageLead, kind: .lead))
            if let fault { html.add(Alert(.failure, fault.text(in: strings))) }
            html.element(.noscript) { html in html.add(Alert(.notice, strings.needsScripts)) }
        }
        section(strings.pushTitle, &html, writePush)
        section(strings.listTitle, &html, writeList)
        section(strings.installTitle, &html, writeInstalling)
    }

    private func section(_ title: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
        html.element(.section, .class("stack", "stack--wide")) { html in
            html.add(Heading(.two, title))
            content(&html)
        }
    }

    /// A part that the script shows when it applies.
    private func hidden(_ id: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
        html.element(.div, .class("stack"), .id(id), .flag(.hidden), content: content)
    }

    private func writePush(to html: inout HTML) {
        let strings = html.strings
        html.add(Paragraph(strings.pushText))
        hidden("melding-niet-mogelijk", &html) { $0.add(Alert(.notice, strings.pushImpossible)) }
        hidden("melding-geweigerd", &html) { $0.add(Alert(.warning, strings.pushDenied)) }
        hidden("melding-mislukt", &html) { $0.add(Alert(.failure, strings.pushFailed)) }
        writeForm(to: &html)
        html.add(Heading(.three, strings.devices))
        if devices.isEmpty {
            html.add(EmptyState(strings.noDevices, strings.noDevicesText))
        } else {
            html.add(DeviceList(label: strings.devices, items: devices))
        }
    }

    private func writeForm(to html: inout HTML) {
        let strings = html.strings
        html.element(
            .form, .class("stack"), .id("melding-aan"), .set(.method, "post"), .action(action), .flag(.hidden)
        ) { html in
            html.add(token)
            for (name, value) in [("sleutel", key), ("adres", ""), ("p256dh", ""), ("auth", "")] {
                html.void(.input, .set(.type, "hidden"), .set(.name, name), .set(.value, value))
            }
            html.add(
                FormField(
                    strings.deviceName, name: "naam", value: suggestedName.text(in: strings),
                    hint: strings.deviceNameHint,
                    lengthMax: nameLimit))
            html.add(Button(strings.pushOn))
        }
    }

    private func writeList(to html: inout HTML) {
        let strings = html.strings
        html.add(Paragraph(strings.listText))
        hidden("lijst-aan", &html) { $0.add(Button(strings.listOn, kind: .secondary)) }
        hidden("lijst-uit", &html) { html in
            html.add(Paragraph(strings.listIsKept))
            html.add(Button(strings.listOff, kind: .secondary))
        }
    }

    private func writeInstalling(to html: inout HTML) {
        let strings = html.strings
        html.add(Paragraph(strings.installText))
        hidden("app-installeren", &html) { $0.add(Button(strings.install, kind: .secondary)) }
        html.list(strings.installBy)
    }
}

extension DevicePage {
    /// Why a device was not added.
    enum Fault: Sendable, Equatable {
        case name
        case tooMany(limit: Int)
        case refused

        func text(in strings: Strings) -> String {
            switch self {
            case .name: strings.deviceNameError
            case .tooMany(let limit): strings.tooManyDevices(limit)
            case .refused: strings.deviceRefused
            }
        }
    }

    /// What a device is called until its owner gives it another name: what the browser says it is.
    struct Name: Sendable, Equatable {
        let browser: String?
        let system: String?

        /// The first that fits: browsers name those they descend from too.
        private static let browsers = [
            ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser/", "Samsung Internet"),
            ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
        ]
        private static let systems = [
            ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "Chromebook"),
            ("Windows", "Windows"), ("Mac OS X", "Mac"), ("Linux", "Linux"),
        ]

        init(userAgent: String) {
            browser = Self.browsers.first { userAgent.contains($0.0) }?.1
            system = Self.systems.first { userAgent.contains($0.0) }?.1
        }

        func text(in strings: Strings) -> String {
            strings.deviceNamed(browser, on: system)
        }
    }
}
