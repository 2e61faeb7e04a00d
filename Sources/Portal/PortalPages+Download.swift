import CivilTime
import Gzip
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import NIOCore
import Routes
import SQL

extension PortalPages {
    var downloadEndpoints: [Endpoint] {
        [
            .citizen(.get, "/berichtenbox/downloaden", showDownload),
            .citizen(.post, "/berichtenbox/downloaden", download),
        ]
    }

    private func showDownload(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let mailbox = Mailbox(of: person, facilities: facilities)
        let token = FormToken(FormSecret.expected(for: visit.request) ?? "")
        let content = DownloadPage(
            side: side(
                at: .downloadBox, try await mailbox.folders(at: visit.at),
                unreadCount: try await mailbox.unreadCount(at: visit.at), token,
                in: try await strings(for: visit)),
            action: .downloadBox, token: token)
        return try await page(content, .box, for: visit)
    }

    /// Packs the box while it is sent: one message at a time is in memory.
    private func download(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let form = FormFields(try await visit.formBody(upTo: Self.selectionBytesLimit))
        try FormSecret.check(form[FormToken.fieldName], in: visit.request)
        let download = try await Mailbox(of: person, facilities: facilities).download(at: visit.at)
        let strings = try await strings(for: visit)
        return Response(
            status: .ok,
            headers: [
                .contentType: "application/zip",
                .contentDisposition:
                    "attachment; filename=\"berichtenbox-\(visit.at.localDate).zip\"",
            ],
            body: ResponseBody { writer in
                var zip = ZipStream()
                var number = 0
                for try await kept in download {
                    number += 1
                    let file = KeptFile(
                        kept.message, in: kept.place(strings), number: number, strings)
                    let text = zip.add(file.text, as: file.path("bericht.txt"), at: file.moment)
                    try await writer.write(ByteBuffer(bytes: text))
                    for (index, attachment) in kept.message.attachments.enumerated() {
                        let bytes = try await download.bytes(ofAttachment: index, of: kept)
                        let path = file.path(attachment)
                        try await writer.write(ByteBuffer(bytes: zip.add(bytes, as: path, at: file.moment)))
                    }
                }
                try await writer.write(ByteBuffer(bytes: zip.finish()))
                try await writer.finish(nil)
            })
    }
}

extension KeptMessage {
    /// The folder of the zip, by the place in the box.
    fileprivate func place(_ strings: Strings) -> String {
        switch message.heading.place {
        case .box: return strings.box
        case .archive: return strings.placeArchive
        case .bin: return strings.placeBin
        case .folder: return strings.folders + "/" + SafeName.of(folderName ?? "")
        }
    }
}
