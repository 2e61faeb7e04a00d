import Hummingbird
import Identity
import Markup
import MessageBox
import Routes
import SQL

extension PortalPages {
    var folderEndpoints: [Endpoint] {
        [
            .citizen(.get, "/berichtenbox/mappen") { visit, person in
                try await showFolders(visit, person, refused: nil, status: .ok)
            }, .citizen(.post, "/berichtenbox/mappen", makeFolder),
            .citizen(.post, "/berichtenbox/mappen/{id}", changeFolder),
        ]
    }

    /// A form with a name; forms are small.
    private static let folderFormBytesLimit = 4_096

    private func showFolders(
        _ visit: Visit, _ person: Person.ID, refused: (folder: String?, name: String, reason: String)?,
        status: HTTPResponse.Status
    ) async throws -> Response {
        let mailbox = Mailbox(of: person, facilities: facilities)
        let folders = try await mailbox.folders(at: visit.at)
        let token = FormToken(FormSecret.expected(for: visit.request) ?? "")
        let unreadCount = try await mailbox.unreadCount(at: visit.at)
        let strings = try await strings(for: visit)
        var content = FoldersPage(
            side: side(at: .folders, folders, unreadCount: unreadCount, token, in: strings),
            folders: folders.map { folder in
                .init(
                    id: folder.id.description, name: folder.name, location: Place.folder(folder.id).location,
                    unreadCount: folder.unreadCount)
            }, token: token, make: .folders)
        content.refused = refused
        if visit.query("gedaan") == BoxOutcome.folderRemoved.rawValue {
            content.notice = Toast(strings.folderRemoved)
        }
        return try await page(content, .box, for: visit, status: status)
    }

    private func makeFolder(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.folderFormBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        return try await keep(form, of: nil, visit, person) { mailbox, name in
            Place.folder(try await mailbox.makeFolder(name, at: visit.at)).location
        }
    }

    private func changeFolder(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.folderFormBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        guard let id = Folder.ID(visit.parameter("id")) else { throw Problem(.notFound) }
        if form[FoldersPage.removeField] != nil {
            try await Mailbox(of: person, facilities: facilities).remove(id, at: visit.at)
            return Self.redirect(
                to: Location.folders.with("gedaan", BoxOutcome.folderRemoved.rawValue))
        }
        return try await keep(form, of: id, visit, person) { mailbox, name in
            try await mailbox.rename(id, to: name, at: visit.at)
            return .folders
        }
    }

    /// Does what a form with a name asks for; shows the form again, with the reason, where the name will not
    /// do.
    private func keep(
        _ form: FormFields, of folder: Folder.ID?, _ visit: Visit, _ person: Person.ID,
        _ act: (Mailbox, FolderName) async throws -> Location
    ) async throws -> Response {
        let (text, strings) = (form[FoldersPage.nameField] ?? "", try await strings(for: visit))
        let reason: String
        do {
            guard let name = FolderName(text) else {
                return try await showFolders(
                    visit, person, refused: (folder?.description, text, strings.folderNameWrong),
                    status: .badRequest)
            }
            return Self.redirect(to: try await act(Mailbox(of: person, facilities: facilities), name))
        } catch MailboxError.folderNameTaken {
            reason = strings.folderNameTaken
        } catch MailboxError.tooManyFolders {
            reason = strings.tooManyFolders(Mailbox.folderLimit)
        }
        return try await showFolders(
            visit, person, refused: (folder?.description, text, reason), status: .conflict)
    }
}
