import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import Routes
import SQL

extension Interfaces {
    var boxFolderEndpoints: [Endpoint] {
        [
            .citizen(.get, "/api/v1/mijn/mappen", listFolders).described(.listFolders),
            .citizen(.post, "/api/v1/mijn/mappen", makeFolder).described(.makeFolder),
            .citizen(.get, "/api/v1/mijn/mappen/{id}", showFolder).described(.showFolder),
            .citizen(.patch, "/api/v1/mijn/mappen/{id}", renameFolder).described(.renameFolder),
            .citizen(.delete, "/api/v1/mijn/mappen/{id}", removeFolder).described(.removeFolder),
        ]
    }

    private func listFolders(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let folders = try await Mailbox(of: person, facilities: facilities).folders(at: visit.at)
        return try visit.json(Page(items: folders.map(BoxFolder.init), volgende: nil))
    }

    private func makeFolder(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let name = try BoxRequest.folderName(json: try await visit.body(upTo: BoxRequest.bytesLimit))
        let mailbox = Mailbox(of: person, facilities: facilities)
        let id = try await mailbox.makeFolder(name, at: visit.at)
        let folder = Folder(id: id, name: name.text, unreadCount: 0)
        return try .json(
            BoxFolder(folder), status: .created,
            headers: [.location: "/api/v1/mijn/mappen/\(id)", .eTag: EntityTag(folder).text])
    }

    private func showFolder(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let folder = try await folder(visit.folderID(), of: person, visit)
        return visit.answer(try .json(BoxFolder(folder)), EntityTag(folder))
    }

    private func renameFolder(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let id = try visit.folderID()
        try visit.require(mediaType: "application/merge-patch+json", "application/json")
        let name = try BoxRequest.folderName(json: try await visit.body(upTo: BoxRequest.bytesLimit))
        try await Mailbox(of: person, facilities: facilities).rename(
            id, to: name, seen: { try visit.requireMatch(EntityTag($0)) }, at: visit.at)
        let folder = try await folder(id, of: person, visit)
        return try .json(BoxFolder(folder), headers: [.eTag: EntityTag(folder).text])
    }

    private func removeFolder(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        try await Mailbox(of: person, facilities: facilities).remove(try visit.folderID(), at: visit.at)
        return Response(status: .noContent)
    }

    private func folder(_ id: Folder.ID, of person: Person.ID, _ visit: Visit) async throws -> Folder {
        let folders = try await Mailbox(of: person, facilities: facilities).folders(at: visit.at)
        guard let folder = folders.first(where: { $0.id == id }) else { throw Problem(.notFound) }
        return folder
    }
}

extension Visit {
    fileprivate func folderID() throws(Problem) -> Folder.ID {
        guard let id = Folder.ID(parameter("id")) else { throw Problem(.notFound) }
        return id
    }
}
