import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL
import ServiceLevels

extension PortalPages {
    var boxEndpoints: [Endpoint] {
        [
            .citizen(.get, "/berichtenbox", measuredAs: MeasuredFunction.presentation) { visit, person in
                try await showPlace(.box, visit, person)
            },
            .citizen(.get, "/berichtenbox/archief") { visit, person in
                try await showPlace(.archive, visit, person)
            },
            .citizen(.get, "/berichtenbox/prullenbak") { visit, person in
                try await showPlace(.bin, visit, person)
            },
            .citizen(.get, "/berichtenbox/mappen/{id}") { visit, person in
                guard let id = Folder.ID(visit.parameter("id")) else { throw Problem(.notFound) }
                return try await showPlace(.folder(id), visit, person)
            },
        ] + messageEndpoints + boxActEndpoints + folderEndpoints + searchEndpoints + downloadEndpoints
    }

    static let pageLength = 25

    private func showPlace(_ place: Place, _ visit: Visit, _ person: Person.ID) async throws -> Response {
        let mailbox = Mailbox(of: person, facilities: facilities)
        let address = try BoxAddress(place, visit)
        let part = try await mailbox.page(
            place, unreadOnly: address.isUnreadOnly, olderThan: address.position, limit: Self.pageLength,
            at: visit.at)
        let (listing, folders, unreadCount) = (part.listing, part.folders, part.unreadCount)
        let strings = Strings(.dutch)
        guard let name = place.name(folders, in: strings) else { throw Problem(.notFound) }
        let token = FormToken(FormSecret.expected(for: visit.request) ?? "")
        var content = BoxPage(
            kind: kind(of: place, named: name, unreadCount: unreadCount),
            side: side(at: place.location, folders, unreadCount: unreadCount, token),
            messages: listing.headings.map { heading in
                var item = MessageListItem(heading, at: visit.at)
                item.choice = .init(
                    name: BoxAct.messageFieldName, value: heading.id.description,
                    isTicked: address.isAllTicked)
                return item
            },
            form: form(address, folders, token), isUnreadOnly: address.isUnreadOnly,
            otherView: BoxAddress(place: place, isUnreadOnly: !address.isUnreadOnly).location)
        content.notice = try await notice(address, folders, token, visit, mailbox)
        if listing.hasOlder, let last = listing.headings.last {
            content.older =
                BoxAddress(place: place, position: BoxPosition(last), isUnreadOnly: address.isUnreadOnly)
                .location
        }
        if listing.hasNewer {
            content.newer = BoxAddress(place: place, isUnreadOnly: address.isUnreadOnly).location
        }
        return try await page(content, .box, for: visit)
    }

    private func kind(of place: Place, named name: String, unreadCount: Int) -> BoxPage.Kind {
        switch place {
        case .box: .box(unreadCount: unreadCount)
        case .archive: .archive
        case .bin: .bin(days: Int(facilities.limits.binSeconds / 86_400))
        case .folder: .folder(name: name)
        }
    }

    /// What can be done with the messages of a page.
    func form(_ address: BoxAddress, _ folders: [Folder], _ token: FormToken) -> BoxForm {
        let strings = Strings(.dutch)
        let own = folders.map { Place.folder($0.id) }
        // The archive has a button of its own.
        let places = ([.box] + own).filter { $0 != address.place }.compactMap { place in
            place.name(folders, in: strings).map { (value: place.word, label: $0) }
        }
        var other = address
        other.isAllTicked.toggle()
        return BoxForm(
            action: .boxActs, token: token, fields: address.fields, isBin: address.place == .bin,
            canArchive: address.place != .archive, places: places,
            ticking: TextLink(
                address.isAllTicked ? strings.chooseNone : strings.chooseAll, other.location))
    }

    /// The places of a box, beside any of its pages.
    func side(
        at current: Location, _ folders: [Folder], unreadCount: Int, _ token: FormToken
    ) -> BoxSide {
        let strings = Strings(.dutch)
        let fixed = [(Place.box, unreadCount), (.archive, 0), (.bin, 0)]
        let places = fixed + folders.map { (.folder($0.id), $0.unreadCount) }
        return BoxSide(
            search: SearchField(
                strings.searchMessages, name: SearchPage.wordsField + "-kort", action: .searchBox,
                token: token, lengthMax: SearchPage.lengthMax),
            items: places.compactMap { place, count in
                place.name(folders, in: strings).map { name in
                    SideNav.Item(
                        name, place.location, isCurrent: place.location == current, newCount: count)
                }
            },
            links: [
                TextLink(strings.manageFolders, .folders), TextLink(strings.downloadBox, .downloadBox),
            ])
    }
}

extension PortalPages {
    /// What the address says was done. What it counts is looked up: an address can say anything.
    private func notice(
        _ address: BoxAddress, _ folders: [Folder], _ token: FormToken, _ visit: Visit, _ mailbox: Mailbox
    ) async throws -> BoxPage.Notice? {
        let strings = Strings(.dutch)
        if let moment = visit.query("verplaatst").flatMap(Int64.init).map(Instant.init(microseconds:)) {
            guard let move = try await mailbox.move(of: moment),
                let name = move.place.name(folders, in: strings)
            else { return nil }
            var isFolder = false
            if case .folder = move.place { isFolder = true }
            return .done(
                Toast(
                    strings.moved(move.messageCount, to: name, isFolder: isFolder),
                    undo: .init(
                        action: .undoMove, token: token,
                        fields: address.fields + [HiddenField("moment", "\(moment.microseconds)")])))
        }
        switch visit.query("gedaan").flatMap(BoxOutcome.init) {
        case .putBack: return .done(Toast(strings.wasPutBack))
        case .erased: return .done(Toast(strings.wasErased))
        case .marked: return .done(Toast(strings.wasMarked))
        case .folderRemoved: return .done(Toast(strings.folderRemoved))
        case .noneChosen: return .noneChosen
        case .cannotUndo: return .cannotUndo
        case nil: return nil
        }
    }
}

/// What an act on a box came to, as the address of the next page says it.
enum BoxOutcome: String, Sendable {
    case putBack = "teruggezet"
    case erased = "gewist"
    case marked = "bijgewerkt"
    case folderRemoved = "map-weg"
    case noneChosen = "niets-gekozen"
    case cannotUndo = "te-laat"
}
