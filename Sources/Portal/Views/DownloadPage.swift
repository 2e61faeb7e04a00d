import Markup

/// `/berichtenbox/downloaden`: everything in one file, after saying what that means.
struct DownloadPage: View {
    let side: BoxSide
    let action: Location
    let token: FormToken

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.downloadBox
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.mailbox(side) { html in
            html.stack { html in
                html.add(Heading(.one, strings.downloadBox))
                html.add(Paragraph(strings.downloadLead, kind: .lead))
                html.add(Alert(.notice, strings.downloadWarning))
                html.element(.form, .set(.method, "post"), .action(action)) { html in
                    html.add(token)
                    html.add(Button(strings.downloadButton))
                }
            }
        }
    }
}
