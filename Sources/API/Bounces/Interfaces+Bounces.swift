import Hummingbird
import Identity
import Mail
import MessageBox
import Routes

extension Interfaces {
    var bounceEndpoints: [Endpoint] {
        [.staff(.takeBounces, .post, "/beheer/bounces", takeBounce)]
    }

    /// Takes the word of a mail server that a mail did not arrive, as the mailbox for bounces received it, or
    /// its body with the type of the whole. What is of a stranger is answered like the rest: a mail server
    /// that hands it in must not bounce the bounce.
    private func takeBounce(_ visit: Visit, _ role: Role) async throws -> Response {
        let type = visit.request.headers[.contentType] ?? ""
        let isBody = type.lowercased().hasPrefix("multipart/report")
        if !isBody { try visit.require(mediaType: "message/rfc822", "multipart/report") }
        let body = try await visit.body(upTo: DeliveryStatus.byteLimit)
        let report: DeliveryStatus
        do {
            report = try DeliveryStatus(body, contentType: isBody ? type : nil)
        } catch {
            throw Problem(.invalidInput, "Dit is geen bericht van een mailserver over een mail (RFC 3464).")
        }
        return try .json(BounceBody(try await Bounce.take(report, facilities: facilities, at: visit.at)))
    }
}

private struct BounceBody: Encodable {
    /// Whether it is about an address in use here.
    let herkend: Bool
    let gevolg: String

    init(_ taken: Bounce.Taken) {
        switch taken {
        case .unknown: (herkend, gevolg) = (false, "geen")
        case .nothing: (herkend, gevolg) = (true, "geen")
        case .counted(.passing): (herkend, gevolg) = (true, "geteld")
        case .counted(.permanent): (herkend, gevolg) = (true, "onbereikbaar")
        }
    }
}
