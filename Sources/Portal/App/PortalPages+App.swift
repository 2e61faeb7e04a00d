import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import Markup
import MessageBox
import NIOCore
import Routes
import SQL

extension PortalPages {
    var appEndpoints: [Endpoint] {
        let files = AppFile.all.map { file in
            Endpoint.anyone(.get, file.location.text) { _ in Self.kept(file.bytes, file.type) }
        }
        return files + [
            .anyone(.get, AppManifest.location.text, sendManifest),
            .anyone(.get, AppWorker.location.text, sendWorker),
            .anyone(.get, Location.offline.text, showOffline),
            .citizen(.get, Location.offlineList.text, showOfflineList),
        ]
    }

    private func sendManifest(_ visit: Visit) throws -> Response {
        Self.fresh(try AppManifest.bytes(in: Strings(.dutch)), "application/manifest+json")
    }

    /// The worker has a policy of its own: it fetches from this site, and nothing else; the pictures are
    /// those of notifications.
    private func sendWorker(_ visit: Visit) throws -> Response {
        let script = try AppWorker.bytes(offlinePage: offlinePage(OfflinePage()), in: Strings(.dutch))
        var response = Self.fresh(script, "text/javascript; charset=utf-8")
        response.headers[.contentSecurityPolicy] = "default-src 'none'; connect-src 'self'; img-src 'self'"
        return response
    }

    /// Asked for again each time: a browser must find a new one soon.
    private static func fresh(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-cache"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    private func showOffline(_ visit: Visit) -> Response {
        Self.response(offlinePage(OfflinePage()))
    }

    /// A page that is kept knows nothing of who asks beside what it shows.
    private func offlinePage(_ content: some View, in language: Language = .dutch) -> [UInt8] {
        let demo: Frame.Demo? = isDemo ? .init() : nil
        let frame = Frame(
            language: language, audience: .citizen, reader: .none, demo: demo,
            hasSecurityContact: contact != nil)
        return Page(content, in: frame).rendered()
    }

    /// The page that the worker keeps on a device whose owner chose so. It says until when it may stay
    /// there: a session is over by then.
    private func showOfflineList(_ visit: Visit, _ person: Person.ID) async throws -> Response {
        let lines = try await Mailbox(of: person, facilities: facilities).offlineList(at: visit.at)
        let content = OfflineListPage(
            lines: lines.map { line in
                .init(
                    sender: line.sender, subject: line.subject, received: Moment(line.publishedAt),
                    isRead: line.isRead)
            }, asOf: Moment(visit.at), endsAfterHours: Int(Session.lifetimeSeconds / 3_600))
        let chosen = try await database.read { try PersonalSettings.language(of: person, in: $0) }
        let language = chosen ?? LanguageCookie.language(of: visit.request) ?? .dutch
        var response = Self.response(offlinePage(content, in: language))
        response.headers[.keptUntil] = visit.at.advanced(bySeconds: Session.lifetimeSeconds).rfc3339
        response.headers[.sessionMark] = SessionCookie.mark(in: visit.request)
        return response
    }
}

extension HTTPField.Name {
    /// Until when a page may be kept on a device.
    static let keptUntil = HTTPField.Name.known("Peil-Bewaren-Tot")
    /// Of which session a page is; absent where nobody is signed in.
    static let sessionMark = HTTPField.Name.known("Peil-Sessie")
}

extension Location {
    static let offline = Location("app", "geen-verbinding")
    static let offlineList = Location("app", "lijst")
}
