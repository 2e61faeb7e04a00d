import Testing

@testable import Markup

/// What each component must show or say; how they look is seen on `/componenten`.
@Suite struct ComponentTests {
    private let received = Moment(year: 2026, month: 4, day: 6, weekday: 1, hour: 12, minute: 30)

    @Test func `the skip link leads to the content`() {
        #expect(SkipLink().rendered() == "<a class=\"skip-link\" href=\"#inhoud\">Direct naar de inhoud</a>")
    }

    @Test func `the header names the reader, the current page and what is new`() {
        let html = PageHeader(
            items: [.init("Berichtenbox", Location("berichtenbox"), isCurrent: true, newCount: 3)],
            state: .signedIn(name: "A. <B>", role: "agent", signOut: Location("uit"), token: FormToken("t"))
        ).rendered()
        #expect(html.contains("A. &lt;B&gt;"))
        #expect(html.contains("aria-current=\"page\""))
        #expect(html.contains("3 nieuw"))
        #expect(html.contains("method=\"post\" action=\"/uit\""))
        #expect(html.contains("type=\"hidden\" name=\"formuliersleutel\" value=\"t\""))
    }

    @Test func `the language switch names the other language in that language`() {
        let html = LanguageSwitch(
            action: Location("taal"), page: Location("berichtenbox"), token: FormToken("t")
        ).rendered()
        #expect(html.contains("method=\"post\" action=\"/taal\""))
        #expect(html.contains("name=\"terug\" value=\"/berichtenbox\""))
        #expect(html.contains("name=\"taal\" value=\"en\" lang=\"en\">English</button>"))
        #expect(!html.contains("Nederlands"))
    }

    @Test func `who is signed out finds the way in, and no menu`() {
        let html = PageHeader(items: [], state: .signedOut(signIn: Location("inloggen"))).rendered()
        #expect(html.contains("href=\"/inloggen\""))
        #expect(!html.contains("<nav"))
    }

    @Test func `a side navigation marks the current place`() {
        let html = SideNav(
            label: "Afspraken",
            items: [
                .init("A", .fragment("a"), isCurrent: true, badge: StatusBadge("op peil", tone: .reached))
            ]
        ).rendered()
        #expect(html.contains("href=\"#a\" aria-current=\"page\""))
        #expect(html.contains("status-badge--reached"))
    }

    @Test func `a case in a list says whose it is, how it stands and what the reader must do`() {
        let item = CaseListItem(
            organisation: "Gemeente <A>", title: "Dakkapel", location: Location("zaken", "1"),
            state: StatusBadge("loopt"), changed: received, step: .init("Stuur de tekening"))
        let html = CaseList(label: "Zaken", items: [item]).rendered()
        #expect(html.contains("Gemeente &lt;A&gt;") && html.contains("href=\"/zaken/1\">Dakkapel</a>"))
        #expect(html.contains("Actie voor u: Stuur de tekening"))
        #expect(html.contains("loopt") && html.contains("6 april 2026"))
        let idle = CaseListItem(
            organisation: "A", title: "B", location: .root, state: StatusBadge("loopt"), changed: received)
        #expect(!idle.rendered().contains("Actie voor u"))
    }

    @Test func `a breadcrumb ends in the page itself`() {
        let html = Breadcrumb([("Start", .root)], here: "Box").rendered()
        #expect(html.hasSuffix("<li aria-current=\"page\">Box</li></ol></nav>"))
    }

    @Test func `headings and paragraphs carry their level and kind`() {
        #expect(
            Heading(.two, "Kop", id: "k").rendered() == "<h2 class=\"heading heading--2\" id=\"k\">Kop</h2>")
        #expect(Paragraph("a\nb", kind: .verbatim).rendered().hasSuffix("verbatim\">a\nb</p>"))
    }

    @Test func `links and buttons say where they lead and what they do`() {
        #expect(
            TextLink("Terug", .root, kind: .back).rendered().contains("class=\"link link--back\" href=\"/\""))
        #expect(
            Button("Wis", name: "stap", value: "wis").rendered().contains("name=\"stap\" value=\"wis\">Wis"))
        #expect(Button.Link("Ga", .root).rendered().hasPrefix("<a class=\"button button--primary\""))
    }

    @Test func `a field is tied to its label, hint and error`() {
        let html = FormField("Mail", name: "mail", kind: .email, hint: "h", error: "e").rendered()
        #expect(html.contains("for=\"mail\""))
        #expect(html.contains("aria-describedby=\"mail-uitleg mail-fout\" aria-invalid=\"true\""))
        #expect(html.contains("Fout: </span>e"))
        #expect(
            FormField("T", name: "t", kind: .area(rows: 3), isRequired: false).rendered().contains(
                "niet verplicht"))
    }

    @Test func `choices keep what was chosen`() {
        let radios = RadioGroup(
            "V", name: "v", options: [.init(value: "1", label: "a", hint: "h")], selected: "1")
        #expect(radios.rendered().contains("aria-describedby=\"v-1-uitleg\" checked required"))
        let select = Select("M", name: "m", options: [("1", "a"), ("2", "b")], selected: "2").rendered()
        #expect(select.contains("value=\"2\" selected>b"))
    }

    @Test func `the error summary leads to the field`() {
        #expect(ErrorSummary([("e", "mail")]).rendered().contains("<a href=\"#mail\">e</a>"))
    }

    @Test(arguments: Alert.Kind.allCases)
    func `an alert says its kind in words`(kind: Alert.Kind) {
        let word = Strings(.dutch).alertKind(kind)
        #expect(Alert(kind, "tekst").rendered().contains(word))
        #expect(Alert(kind, title: "titel", "tekst").rendered().contains("\(word): </span>titel"))
    }

    @Test func `badges show a number or a word`() {
        #expect(
            NumberBadge(1_000).rendered().contains("99+</span><span class=\"visually-hidden\">1.000 nieuw"))
        #expect(StatusBadge("x").rendered() == "<span class=\"status-badge\">x</span>")
    }

    @Test func `a message in a list says whether it is new and by when to respond`() {
        let item = MessageListItem(
            sender: "S", subject: "O", location: Location("b"), received: received,
            deadline: Deadline(received, daysLeft: 3), isUnread: true, attachments: 1)
        let html = MessageList(label: "Berichten", items: [item]).rendered()
        #expect(html.contains(">Nieuw<") && html.contains("1 bijlage"))
        #expect(html.contains("Reageer uiterlijk") && html.contains("over 3 dagen"))
        #expect(html.contains("deadline--near"))
    }

    @Test func `a deadline that is past says so`() {
        #expect(Deadline(received, daysLeft: -1).rendered().contains("gisteren"))
        #expect(Deadline(received, daysLeft: -1).isPast)
        #expect(!Deadline(received, daysLeft: 15).withoutLabel.rendered().contains("Reageer"))
    }

    @Test func `facts and cells carry their names`() {
        #expect(DataSummary([.init("Van", "x")]).rendered().contains("<dt>Van</dt><dd>x</dd>"))
        let sort = Table.Sort(.ascending, Location("t"))
        let html = Table(
            caption: "C", columns: [.init("A", sort: sort), .init("B", isNumeric: true)],
            rows: [[.init("a"), .init("1")]]
        ).rendered()
        #expect(html.contains("aria-sort=\"ascending\"") && html.contains("<caption>C</caption>"))
        #expect(html.contains("data-label=\"B\" class=\"table__number\""))
    }

    @Test func `details fold their content`() {
        let html = Details("Meer") { html in html.text("x") }.rendered()
        #expect(html.hasPrefix("<details class=\"details\"><summary>Meer</summary>"))
    }

    @Test func `pages go from newest to oldest in lists, and on in months`() {
        let older = Pagination.Step("ouder", Location("o")), newer = Pagination.Step("nieuwer", Location("n"))
        #expect(
            Pagination(older: older, newer: newer).rendered().contains(
                "pagination__onward\" rel=\"next\" href=\"/o\""))
        #expect(
            Pagination(older: older, newer: newer, order: .oldestFirst).rendered().contains(
                "pagination__onward\" rel=\"next\" href=\"/n\""))
        #expect(Pagination(older: nil, newer: nil).rendered().isEmpty)
    }

    @Test func `a story keeps its order`() {
        let html = Timeline([.init(at: received, "Eerst"), .init(at: received, "Dan", tone: .below)])
            .rendered()
        #expect(html.contains("timeline__step--below"))
        #expect(
            html.firstRange(of: "Eerst")?.lowerBound ?? html.endIndex < html.firstRange(of: "Dan")?.lowerBound
                ?? html.startIndex)
    }

    @Test func `a file says its kind and size`() {
        let link = FileLink("Brief", Location("b"), kind: "PDF", sizeBytes: 182_400)
        #expect(link.rendered().contains("(PDF, 182 kB)"))
    }

    @Test func `empty and busy say what to do`() {
        let link = TextLink("Opnieuw", .root)
        #expect(EmptyState("Leeg", "Uitleg", link: link).rendered().contains("href=\"/\""))
        #expect(BusyState("Uitleg", reload: link).rendered().contains("role=\"status\""))
    }

    @Test func `the demo says that it is one`() {
        #expect(DemoBanner(asOf: "nu").rendered().contains("De klok staat op nu."))
        #expect(PageFooter(links: [TextLink("T", .root)], text: "x").rendered().hasPrefix("<footer"))
    }

    @Test func `the picture in the tab is a drawing by itself`() {
        #expect(ProductMark.icon.hasPrefix("<svg xmlns="))
        #expect(ProductMark().rendered().contains("aria-hidden=\"true\""))
    }

    @Test func `a list of devices says which still hear, and lets each be ended`() {
        let html = DeviceList(
            label: "Apparaten",
            items: [
                .init(
                    "Telefoon <van> mij", state: .told(since: received), fingerprint: "ab12", id: "7",
                    remove: Location("weg"), token: FormToken("t")),
                .init(
                    "Tablet", state: .gone(since: received), fingerprint: "cd34", id: "8",
                    remove: Location("weg"), token: FormToken("t")),
            ]
        ).rendered()
        #expect(html.contains("Telefoon &lt;van&gt; mij"))
        #expect(html.contains("data-device=\"ab12\""))
        #expect(html.contains("Aan sinds ma 6 april 2026, 12.30 uur"))
        #expect(html.contains("komen hier niet meer aan sinds ma 6 april"))
        #expect(html.matches(of: /method="post" action="\/weg"/).count == 2)
        #expect(html.contains("name=\"apparaat\" value=\"8\""))
    }

    @Test func `a toast says what was done and undoes it by a form of its own`() {
        let html = Toast(
            "Gedaan & klaar",
            undo: .init(
                action: Location("ongedaan"), token: FormToken("geheim"), fields: [HiddenField("m", "7")])
        ).rendered()
        #expect(html.contains("role=\"status\"") && html.contains("Gedaan &amp; klaar"))
        #expect(html.contains("action=\"/ongedaan\"") && html.contains("name=\"m\" value=\"7\""))
        #expect(!Toast("Gedaan").rendered().contains("<form"))
    }

    @Test func `an action bar is a named group of buttons with a choice that has its own`() {
        let html = ActionBar(
            label: "Met de gekozen berichten", buttons: [Button("Archiveren", name: "daad", value: "a")],
            move: .init("Naar", name: "naar", options: [("1", "Huis & tuin")], button: Button("Zet"))
        ).rendered()
        #expect(html.contains("role=\"group\" aria-label=\"Met de gekozen berichten\""))
        #expect(html.contains("for=\"naar\"") && html.contains("<option value=\"1\">Huis &amp; tuin"))
    }

    @Test func `a search field posts what was typed`() {
        let html = SearchField(
            "Zoeken in uw berichten", name: "zoek", action: Location("zoeken"), token: FormToken("geheim"),
            lengthMax: 200
        ).rendered()
        #expect(html.contains("method=\"post\" action=\"/zoeken\""))
        #expect(html.contains("for=\"zoek\"") && html.contains("maxlength=\"200\""))
    }

    @Test func `a message in a list can be ticked, by its subject for who cannot see it`() {
        var item = MessageListItem(
            sender: "S", subject: "Uw <aanslag>", location: .root,
            received: Moment(year: 2026, month: 10, day: 6, weekday: 2), isUnread: true)
        #expect(!item.rendered().contains("checkbox"))
        item.choice = .init(name: "bericht", value: "7", isTicked: true)
        item.place = "Archief"
        let html = item.rendered()
        #expect(html.contains("name=\"bericht\" value=\"7\" checked"))
        #expect(html.contains("Kies: Uw &lt;aanslag&gt;") && html.contains("Archief"))
    }
}
