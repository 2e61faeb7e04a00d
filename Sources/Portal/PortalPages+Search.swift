import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var searchEndpoints: [Endpoint] {
        [
            .citizen(.get, "/berichtenbox/zoeken", showSearch),
            .citizen(.post, "/berichtenbox/zoeken", search),
        ]
    }

    /// A question, percent-encoded, and the fields around it.
    private static let searchFormBytesLimit = 4_096

    private func showSearch(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let mailbox = Mailbox(of: person, facilities: facilities)
        let folders = try await mailbox.folders(at: visit.at)
        let content = try await searchPage(visit, mailbox, folders, words: "", place: nil)
        return try await page(content, .box, for: visit)
    }

    private func search(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.searchFormBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        let words = form[SearchPage.wordsField] ?? form[SearchPage.wordsField + "-kort"] ?? ""
        let mailbox = Mailbox(of: person, facilities: facilities)
        let folders = try await mailbox.folders(at: visit.at)
        let place = form[SearchPage.placeField].flatMap(Place.init(word:))
        var content = try await searchPage(visit, mailbox, folders, words: words, place: place)
        guard let question = SearchQuestion(words) else {
            content.isWrong = true
            return try await page(content, .box, for: visit, status: .badRequest)
        }
        let found = try await mailbox.search(
            question, in: place,
            olderThan: try form[SearchPage.positionField].map { text in try BoxPosition(parsing: text) },
            limit: Self.pageLength, at: visit.at)
        content.results = results(found, folders, visit, in: try await strings(for: visit))
        return try await page(content, .box, for: visit)
    }

    private func results(
        _ found: SearchFindings, _ folders: [Folder], _ visit: Visit, in strings: Strings
    ) -> SearchPage.Results {
        SearchPage.Results(
            messages: found.headings.map { heading in
                var item = MessageListItem(heading, at: visit.at)
                item.place = heading.place.name(folders, in: strings)
                return item
            },
            isComplete: found.isComplete,
            older: found.hasOlder
                ? found.headings.last.map { HiddenField(SearchPage.positionField, BoxPosition($0).text) }
                : nil)
    }

    private func searchPage(
        _ visit: Visit, _ mailbox: Mailbox, _ folders: [Folder], words: String, place: Place?
    ) async throws -> SearchPage {
        let strings = try await strings(for: visit)
        let token = FormToken(FormSecret.expected(for: visit.request) ?? "")
        let places = [Place.box, .archive, .bin] + folders.map { .folder($0.id) }
        var side = self.side(
            at: .searchBox, folders, unreadCount: try await mailbox.unreadCount(at: visit.at), token,
            in: strings)
        side.search = nil
        return SearchPage(
            side: side,
            action: .searchBox, token: token, words: words,
            places: [("", strings.everywhere)]
                + places.compactMap { place in
                    place.name(folders, in: strings).map { (place.word, $0) }
                }, place: place?.word ?? "")
    }
}
