import Markup

/// `/instellingen/geschiedenis`: each change of the settings, newest first.
struct StoryPage: View {
    let changes: [Change]
    let older: Location?
    let newest: Location?
    let settings: Location

    struct Change: Sendable {
        let at: Moment
        let what: @Sendable (Strings) -> String
        let outcome: @Sendable (Strings) -> String
    }

    let width = PageWidth.reading

    func title(in strings: Strings) -> String {
        strings.story
    }

    func write(to html: inout HTML) {
        let strings = html.strings
        html.stack { html in
            html.add(TextLink(strings.backToSettings, settings, kind: .back))
            html.add(Heading(.one, strings.story))
            html.add(Paragraph(strings.storyLead, kind: .lead))
        }
        if changes.isEmpty {
            html.add(EmptyState(strings.storyEmpty, strings.storyEmptyText))
        } else {
            writeStory(to: &html)
        }
        html.add(
            Pagination(
                older: older.map { .init(strings.older, $0) }, newer: newest.map { .init(strings.newest, $0) }
            ))
    }

    private func writeStory(to html: inout HTML) {
        let strings = html.strings
        html.add(
            Timeline(
                changes.map { change in
                    Timeline.Step(at: change.at, change.what(strings), text: change.outcome(strings))
                }))
    }
}
