import CivilTime
import Identity
import Markup
import Testing

@testable import Portal

/// The pages about one's account, one's terms and one's apps, without a server.
@Suite struct AccountViewTests {
    private static let token = FormToken("geheim")

    private func text(_ view: some View, _ language: Language = .dutch) -> String {
        var frame = Samples.citizenFrame()
        frame.language = language
        return String(decoding: Page(view, in: frame).rendered(), as: UTF8.self)
    }

    private func account(_ state: AccountPage.State, apps: [AccountPage.App] = []) -> AccountPage {
        AccountPage(
            state: state, since: Samples.received, erasedOn: Samples.lastDay, termsVersion: "2026-1",
            acceptedAt: Samples.received, apps: apps, history: [], token: Self.token)
    }

    private static let acts = [
        "pauze": Location("instellingen", "account", "pauze").text,
        "hervatting": Location("instellingen", "account", "hervatting").text,
        "herstel": Location("instellingen", "account", "herstel").text,
    ]

    @Test func `SNO-01 an account offers what can be done in its state, and nothing else`() {
        for (state, offered) in [
            (AccountPage.State.active, "pauze"), (.suspended, "hervatting"), (.closed, "herstel"),
        ] {
            let html = text(account(state))
            for (name, action) in Self.acts {
                #expect(html.contains("action=\"\(action)\"") == (name == offered), "\(state) \(name)")
            }
        }
    }

    @Test func `a closed account says until when that can be undone, in both languages`() {
        #expect(text(account(.closed)).contains("20 oktober 2026"))
        #expect(text(account(.closed), .english).contains("20 October 2026"))
    }

    @Test func `the name of an app is text, whatever it holds`() {
        let app = AccountPage.App(
            name: "<b>App</b>", since: Samples.received, until: Samples.lastDay, scopes: [], stop: .root)
        let html = text(account(.active, apps: [app]))
        #expect(html.contains("&lt;b&gt;App&lt;/b&gt;") && !html.contains("<b>App"))
    }

    @Test func `who asks consent is named, with a yes and a no that both are buttons`() {
        let page = ConsentPage(
            app: "Peil-app", access: [], days: 90, fields: [(name: "state", value: "x\"y")],
            token: Self.token)
        let html = text(page)
        #expect(html.contains("Geeft u Peil-app toegang?"))
        #expect(html.contains("value=\"ja\"") && html.contains("value=\"nee\""))
        #expect(html.contains("x&quot;y"))
        #expect(text(page, .english).contains("Peil-app"))
    }

    @Test func `terms show in the reader's language, and ask only who has not accepted them`() {
        let section = { (text: String) in [Terms.Section(heading: text, paragraphs: ["\(text) tekst"])] }
        let terms = Terms(
            version: "2026-1", validFrom: CivilDate(dayNumber: 20_000), ageMinimumYears: 14,
            dutch: section("Uw berichtenbox"), english: section("Your message box"))
        let reading = TermsPage(terms: terms, question: nil)
        #expect(
            text(reading).contains("Uw berichtenbox")
                && !text(reading).contains("<form method=\"post\" action=\"/voorwaarden"))
        #expect(text(reading, .english).contains("Your message box"))
        let asked = TermsPage(
            terms: terms,
            question: .init(token: Self.token, returnPath: "/zaken", isChange: true, version: "2026-1"))
        #expect(text(asked).contains("name=\"versie\" value=\"2026-1\""))
        #expect(text(asked).contains("/zaken"))
    }

    @Test func `the sign-in page has a door for each provider that is set`() {
        let way = { (name: String) in ProviderSignInPage.Way(provider: name, start: .root) }
        let both = text(ProviderSignInPage(citizens: way("DigiD"), work: way("Broker"), isOnTheWay: false))
        #expect(both.contains("Voor uzelf") && both.contains("Voor uw organisatie"))
        let one = text(ProviderSignInPage(citizens: nil, work: way("Broker"), isOnTheWay: true))
        #expect(!one.contains("Voor uzelf") && one.contains("Inloggen met Broker"))
    }

    @Test func `the self-check has words for each step and each test citizen, in both languages`() {
        for language in Language.allCases {
            let strings = Strings(language)
            for behaviour in [
                "receives", "without-box", "not-subscribed", "suspended", "unknown-type", "slow-answer",
                "no-answer", "fault",
            ] {
                #expect(strings.testBehaviour(behaviour) != behaviour)
            }
        }
        let page = SelfCheckPage(
            groups: [
                .init(
                    key: "aanleveren",
                    steps: [
                        .init(key: "batch-als-xml", answer: .status(202), tried: Samples.received),
                        .init(key: "bijlage", answer: .ordinary, tried: nil),
                    ])
            ],
            citizens: [
                .init(
                    number: "999990019", name: "Adri", behaviour: "not-subscribed",
                    delivered: Samples.received, validated: nil)
            ])
        let html = text(page)
        #expect(html.contains("U hebt 1 van 2 onderdelen geprobeerd."))
        #expect(html.contains("HTTP 202") && html.contains("Nog niet") && html.contains("999990019"))
        #expect(text(page, .english).contains("You have tried"))
    }
}
