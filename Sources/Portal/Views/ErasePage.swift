import Markup

/// Asks before messages are erased for good: the one act on a box that cannot be undone.
struct ErasePage: View {
    let count: Int
    let action: Location
    let token: FormToken
    let fields: [HiddenField]
    let back: Location

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.eraseTitle(count)
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(Heading(.one, strings.eraseTitle(count)))
            html.add(Paragraph(strings.eraseText))
            html.element(.form, .class("button-row"), .set(.method, "post"), .action(action)) { html in
                html.add(token)
                for field in fields { html.add(field) }
                html.add(
                    Button(strings.eraseConfirm, name: BoxAct.fieldName, value: BoxAct.eraseNow.rawValue))
                html.add(Button.Link(strings.cancel, back, kind: .secondary))
            }
        }
    }
}
