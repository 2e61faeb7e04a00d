import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import NIOCore
import Routes
import SQL

extension PortalPages {
    var languageEndpoints: [Endpoint] {
        [.anyone(.post, LanguageCookie.action.text, chooseLanguage)]
    }

    private static let languageBytesLimit = 8_192

    /// Keeps the choice in the browser, and for a citizen who is signed in with the settings: mail follows it
    /// then.
    private func chooseLanguage(_ visit: Visit) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.languageBytesLimit))
        guard let language = form[LanguageSwitch.languageField].flatMap(Language.init) else {
            throw Problem(.invalidInput)
        }
        if case .citizen(let person) = visit.caller {
            try FormSecret.check(form[FormToken.fieldName], in: visit.request)
            do {
                try await settings(of: person).change(
                    .init(language: language), expecting: nil, at: visit.at)
            } catch PreferenceError.noBox {
                // Without a box there is no mail either; the browser keeps the choice.
                return back(to: form, language)
            }
        }
        return back(to: form, language)
    }

    private func back(to form: FormFields, _ language: Language) -> Response {
        let page = form[LanguageSwitch.returnField].flatMap { Location(path: $0) } ?? .root
        return Self.redirect(
            to: page, cookies: [LanguageCookie.setting(language, secure: secureCookies)])
    }
}

/// The cookie that holds a visitor's language.
enum LanguageCookie {
    private static let name = "peil-taal"
    static let action = Location("taal")
    /// A year; who comes less often chooses again.
    private static let seconds = 365 * 86_400

    static func language(of request: Request) -> Language? {
        request.cookies[name].flatMap { Language(rawValue: $0.value) }
    }

    static func setting(_ language: Language, secure: Bool) -> Cookie {
        Cookie(
            name: name, value: language.rawValue, maxAge: seconds, path: "/", secure: secure, httpOnly: true,
            sameSite: .lax)
    }
}
