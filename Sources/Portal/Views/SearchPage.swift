import Markup

/// `/berichtenbox/zoeken`: the question, and what it found. The words travel in forms only: what people look
/// for in their post is nobody's business, and addresses stay behind in histories and logs.
struct SearchPage: View {
    struct Results: Sendable {
        let messages: [MessageListItem]
        let isComplete: Bool
        /// Where the next page starts; nil at the end.
        let older: HiddenField?
    }

    let side: BoxSide
    let action: Location
    let token: FormToken
    let words: String
    /// Where can be searched, by the value that the form sends; everywhere is the first.
    let places: [(value: String, label: String)]
    let place: String
    var isWrong = false
    /// Nil before anything was asked.
    var results: Results?

    let width = PageWidth.wide

    /// The names of the fields in the posted form.
    static let wordsField = "zoekwoorden"
    static let placeField = "zoekplaats"
    static let positionField = "voor"
    /// Browsers count UTF-16 units.
    static let lengthMax = 200

    func title(in strings: Strings) -> String {
        strings.search
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.mailbox(side) { html in
            html.add(Heading(.one, strings.searchMessages))
            html.element(
                .form, .class("stack"), .set(.method, "post"), .action(action), .set(.role, "search")
            ) { html in
                html.add(token)
                html.add(
                    FormField(
                        strings.search, name: Self.wordsField, kind: .search, value: words,
                        hint: strings.searchHint, error: isWrong ? strings.searchWrong : nil,
                        autocomplete: "off", lengthMax: Self.lengthMax))
                html.add(
                    Select(strings.searchIn, name: Self.placeField, options: places, selected: place))
                html.add(Button(strings.search))
            }
            if let results { write(results, to: &html) }
        }
    }

    private func write(_ results: Results, to html: inout HTML) {
        let strings = html.strings
        html.element(.section) { html in
            html.element(.div, .class("stack", "stack--wide")) { html in
                html.add(Heading(.two, strings.searchResults(words)))
                if !results.isComplete {
                    html.add(
                        Alert(.notice, title: strings.searchIncomplete, strings.searchIncompleteText))
                }
                if results.messages.isEmpty {
                    html.add(EmptyState(strings.nothingFound, strings.nothingFoundText))
                } else {
                    html.add(
                        MessageList(label: strings.searchResults(words), items: results.messages))
                }
                if let older = results.older { write(older, to: &html) }
            }
        }
    }

    private func write(_ older: HiddenField, to html: inout HTML) {
        html.element(.form, .set(.method, "post"), .action(action)) { html in
            html.add(token)
            html.add(HiddenField(Self.wordsField, words))
            html.add(HiddenField(Self.placeField, place))
            html.add(older)
            html.add(Button(html.strings.olderMessages, kind: .secondary))
        }
    }
}
