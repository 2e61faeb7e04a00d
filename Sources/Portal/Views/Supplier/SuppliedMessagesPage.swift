import CivilTime
import Markup

/// `/leverancier/berichten`: the messages of a day, and a way to find one by the organisation's own id or
/// reference.
struct SuppliedMessagesPage: View {
    struct Entry: Sendable {
        let messageID: String
        let location: Location
        let type: String
        let code: String
        let isProcessed: Bool
        let received: Moment
    }

    /// What the list shows.
    enum Scope: Sendable {
        /// `outcome` empty for all.
        case day(CivilDate, outcome: String, waiting: Int)
        case found(text: String)
        /// Searched for nothing.
        case nothingAsked
    }

    let scope: Scope
    let entries: [Entry]
    let older: Location?
    let newest: Location?
    /// The codes to choose from, as the reports spell them.
    let codes: [String]
    let today: CivilDate
    let form: FormToken

    let width = PageWidth.wide

    func title(in strings: Strings) -> String {
        strings.suppliedMessages
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        if case .nothingAsked = scope { html.add(ErrorSummary([(strings.searchMissing, "zoek")])) }
        html.add(Heading(.one, strings.suppliedMessages))
        html.element(.div, .class("filters")) { html in
            writeSearch(to: &html)
            writeFilter(to: &html)
        }
        writeList(to: &html)
    }

    private func writeSearch(to html: inout HTML) {
        let strings = html.strings
        // Sent in the body: what is typed here may be anything, and addresses end up in logs.
        html.element(
            .form, .class("stack", "stack--wide"), .set(.method, "post"),
            .action(Location("leverancier", "berichten", "zoeken"))
        ) { html in
            html.add(form)
            var text = ""
            var isMissing = false
            switch scope {
            case .found(let asked): text = asked
            case .nothingAsked: isMissing = true
            case .day: break
            }
            html.add(
                FormField(
                    strings.searchMessage, name: "zoek", kind: .search, value: text,
                    hint: strings.searchMessageHint, error: isMissing ? strings.searchMissing : nil,
                    autocomplete: "off", lengthMax: 64))
            html.add(Button(strings.findMessage))
        }
    }

    private func writeFilter(to html: inout HTML) {
        let strings = html.strings
        let (day, outcome) =
            if case .day(let day, let outcome, _) = scope { (day, outcome) } else { (today, "") }
        html.element(
            .form, .class("stack", "stack--wide"), .set(.method, "get"), .action(.suppliedMessages)
        ) { html in
            html.add(FormField(strings.dayWord, name: "dag", kind: .date, value: day.description))
            html.add(
                Select(
                    strings.outcome, name: "uitkomst",
                    options: [(value: "", label: strings.allOutcomes)] + codes.map { (value: $0, label: $0) },
                    selected: outcome))
            html.add(Button(strings.show, kind: .secondary))
        }
    }

    private func writeList(to html: inout HTML) {
        let strings = html.strings
        let caption: String
        switch scope {
        case .day(let day, _, let waiting):
            caption = strings.receivedOn(Moment(day).text(in: strings))
            if waiting > 0 { html.add(Alert(.notice, strings.stillWaiting(waiting))) }
        case .found(let text): caption = strings.foundFor(text)
        case .nothingAsked: return
        }
        if entries.isEmpty {
            if case .found(let text) = scope {
                html.add(EmptyState(strings.foundNothing(text), strings.foundNothingText))
            } else {
                html.add(EmptyState(strings.noMessagesOnDay, strings.noMessagesOnDayText))
            }
        } else {
            html.add(table(caption, in: strings))
        }
        html.add(
            Pagination(
                older: older.map { .init(strings.olderMessages, $0) },
                newer: newest.map { .init(strings.newestMessages, $0) }))
    }

    private func table(_ caption: String, in strings: Strings) -> Table {
        Table(
            caption: caption,
            columns: [
                .init(strings.messageID), .init(strings.received), .init(strings.messageType),
                .init(strings.outcome),
            ],
            rows: entries.map { entry in
                [
                    .init(TextLink(entry.messageID, entry.location)), .init(entry.received),
                    .init(entry.type),
                    .init(StatusBadge(entry.code, tone: entry.isProcessed ? .reached : .below)),
                ]
            })
    }
}
