/// A short form to search with. It posts: words that people search for do not belong in an address, which
/// stays behind in histories and logs.
public struct SearchField: Component {
    let label: String
    let name: String
    let action: Location
    let token: FormToken
    let lengthMax: Int

    /// - Parameters:
    ///   - label: what is searched, said above the field.
    ///   - name: of the field in the posted form; also its id, so unique on the page.
    ///   - lengthMax: the most that can be typed, in UTF-16 units as browsers count.
    public init(_ label: String, name: String, action: Location, token: FormToken, lengthMax: Int) {
        self.label = label
        self.name = name
        self.action = action
        self.token = token
        self.lengthMax = lengthMax
    }

    public func write(to html: inout HTML) {
        html.element(
            .form, .class("search-field"), .set(.method, "post"), .action(action), .set(.role, "search")
        ) { html in
            html.add(token)
            html.element(.label, .class("search-field__label"), .set(.forId, name), text: label)
            html.element(.div, .class("search-field__row")) { html in
                html.void(
                    .input, .class("search-field__input"), .set(.type, "search"), .id(name),
                    .set(.name, name), .set(.maxlength, "\(lengthMax)"), .set(.autocomplete, "off"),
                    .flag(.required))
                html.add(Button(html.strings.search, kind: .secondary))
            }
        }
    }
}
