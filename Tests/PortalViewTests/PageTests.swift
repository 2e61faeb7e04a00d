import Markup
import Testing

@testable import Portal

@Suite struct PageTests {
    private func text(_ view: some View, _ frame: Frame) -> String {
        String(decoding: Page(view, in: frame).rendered(), as: UTF8.self)
    }

    @Test func `a page has its language, title, stylesheet and one main heading`() {
        let html = text(AccessibilityPage(contact: nil), Samples.publicFrame())
        #expect(html.hasPrefix("<!doctype html>\n<html lang=\"nl\" class=\"for-citizens\">"))
        #expect(html.contains("<title>Toegankelijkheid · Peil</title>"))
        #expect(html.contains("href=\"\(Stylesheet.location.text)\""))
        #expect(html.matches(of: /<h1/).count == 1)
        #expect(html.contains("id=\"inhoud\""))
    }

    @Test func `an English page says so and is English`() {
        var frame = Samples.publicFrame()
        frame.language = .english
        let html = text(AccessibilityPage(contact: nil), frame)
        #expect(html.contains("<html lang=\"en\""))
        #expect(html.contains("Skip to content") && !html.contains("Toegankelijkheid"))
    }

    @Test func `no page carries a script, a style or an event within it; its one script is a file`() {
        let pages = [
            text(ComponentsPage(), Samples.staffFrame()),
            text(
                Samples.box(.box(unreadCount: 3), Samples.messages(25)),
                Samples.citizenFrame()),
        ]
        for html in pages {
            #expect(html.firstMatch(of: /<style| style=| on[a-z]+=/) == nil)
            let scripts = html.matches(of: /<script[^>]*>[^<]*<\/script>/).map { String($0.0) }
            #expect(scripts == ["<script src=\"\(AppFile.script.location.text)\" defer></script>"])
            #expect(html.matches(of: /<script/).count == 1)
        }
    }

    @Test func `the demo is named on every page of it and nowhere else`() {
        var frame = Samples.publicFrame()
        #expect(text(ErrorPage(.notFound), frame).contains("Voorbeeldomgeving"))
        frame.demo = nil
        #expect(!text(ErrorPage(.notFound), frame).contains("Voorbeeldomgeving"))
    }

    @Test func `the start page sends who is signed out to the sign-in page`() {
        let html = text(StartPage(reader: .signedOut(signIn: Location("inloggen"))), Samples.publicFrame())
        #expect(html.contains("href=\"/inloggen\">Inloggen</a>"))
    }

    @Test func `the start page shows a citizen what is new and what is due`() {
        let citizen = StartPage.Citizen(
            name: "A. Voorbeeld", newCount: 2, latest: Samples.messages(2), deadlines: Samples.messages(1),
            box: Location("berichtenbox"))
        let html = text(StartPage(reader: .citizen(citizen)), Samples.citizenFrame())
        #expect(html.contains("U hebt 2 nieuwe berichten."))
        #expect(html.contains("Hier moet u binnenkort op reageren"))
    }

    @Test func `the start page leads staff to what their role may see`() {
        let reader = StartPage.Reader.staff(name: "B. Voorbeeld", serviceLevels: Location("dienstniveaus"))
        #expect(
            text(StartPage(reader: reader), Samples.staffFrame()).contains(
                "href=\"/dienstniveaus\">Dienstniveaus"))
    }

    @Test func `signing in posts a person's key with the token of the form`() {
        let page = SignInPage(
            citizens: Samples.people(2, "b"), staff: Samples.people(1, "m"), action: Location("inloggen"),
            token: FormToken("geheim"), choiceIsMissing: true)
        let html = text(page, Samples.publicFrame())
        #expect(html.contains("method=\"post\" action=\"/inloggen\""))
        #expect(html.contains("name=\"formuliersleutel\" value=\"geheim\""))
        #expect(html.contains("name=\"persoon\" value=\"m0\""))
        #expect(html.contains("alleen in de voorbeeldomgeving"))
        #expect(html.contains("href=\"#persoon-b0\""))
    }

    @Test func `without people the sign-in page says how to make them`() {
        let page = SignInPage(citizens: [], staff: [], action: Location("inloggen"), token: FormToken("x"))
        #expect(text(page, Samples.publicFrame()).contains("peil demo"))
    }

    @Test(arguments: ErrorPage.Problem.allCases)
    func `an error says what happened and what to do`(problem: ErrorPage.Problem) {
        let html = text(ErrorPage(problem, retryAfterSeconds: 90, reference: "7f3a"), Samples.publicFrame())
        #expect(html.contains("Naar de startpagina"))
        #expect(!html.contains("Er is een fout opgetreden"))
        if problem == .tooMany { #expect(html.contains("2 minuten")) }
        if problem == .unexpected { #expect(html.contains("7f3a")) }
    }

    @Test func `the statement on accessibility says whom to mail`() {
        let html = text(AccessibilityPage(contact: "hulp@voorbeeld.nl"), Samples.publicFrame())
        #expect(html.contains("href=\"mailto:hulp@voorbeeld.nl\""))
    }

    @Test func `the component page has no id twice`() {
        let html = text(ComponentsPage(), Samples.staffFrame())
        let ids = html.matches(of: /\bid="([^"]+)"/).map { String($0.1) }
        #expect(ids.count == Set(ids).count)
    }
}
