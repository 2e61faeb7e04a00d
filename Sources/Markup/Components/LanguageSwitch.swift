/// The way to the same page in the other language, named in that language.
public struct LanguageSwitch: Component {
    /// The fields of its form.
    public static let languageField = "taal"
    public static let returnField = "terug"

    let action: Location
    let page: Location
    let token: FormToken?

    /// - Parameters:
    ///   - action: where the form posts to.
    ///   - page: where the reader comes back.
    ///   - token: of who is signed in, whose choice is kept.
    public init(action: Location, page: Location, token: FormToken?) {
        self.action = action
        self.page = page
        self.token = token
    }

    public func write(to html: inout HTML) {
        html.element(.form, .class("language-switch"), .set(.method, "post"), .action(action)) { html in
            if let token { html.add(token) }
            html.void(
                .input, .set(.type, "hidden"), .set(.name, Self.returnField), .set(.value, page.text))
            for language in Language.allCases where language != html.strings.language {
                html.element(
                    .button, .class("button", "button--quiet"), .set(.type, "submit"),
                    .set(.name, Self.languageField), .set(.value, language.rawValue),
                    .set(.lang, language.rawValue), text: Strings(language).ownName)
            }
        }
    }
}
