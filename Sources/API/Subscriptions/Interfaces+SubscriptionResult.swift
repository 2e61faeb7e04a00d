import CivilTime
import Gzip
import HTTPTypes
import Hummingbird
import Identity
import Journal
import MessageBox
import NIOCore
import Routes
import SQL

extension Interfaces {
    /// The result of a request, packed while it is sent: it may be much larger than memory.
    func result(
        of request: SubscriptionRequest, as form: SubscriptionResult.Form, _ mediaType: String,
        for caller: OrganisationCaller, at now: Instant
    ) async throws -> Response {
        switch request.state {
        case .failed:
            throw Problem(.requestFailed, "Deze aanvraag kon niet worden uitgevoerd. Vraag opnieuw.")
        case .waiting, .running:
            throw Problem(
                .notFinished, "Deze aanvraag is uiterlijk klaar om \(request.expectedAt.rfc3339).",
                retryAfterSeconds: Self.retrySeconds(until: request.startsAt, from: now))
        case .finished: break
        }
        guard let pieces = try await SubscriptionResult.open(request, as: form, facilities: facilities)
        else { throw Problem(.resultGone, "De bewaartermijn van dit resultaat is voorbij.") }
        try await database.write { transaction in
            try AuditEntry(
                actor: .organisation("\(caller.organisation.id)", name: caller.name),
                act: "subscription.fetch",
                object: .init(kind: "subscription-request", id: "\(request.id)"), at: now
            ).record(in: transaction)
        }
        return Response(
            status: .ok, headers: [.contentType: mediaType, .contentEncoding: "gzip"],
            body: ResponseBody { writer in
                let stream = GzipStream()
                for try await piece in pieces {
                    let packed = stream.pack(piece)
                    if !packed.isEmpty { try await writer.write(ByteBuffer(bytes: packed)) }
                }
                try await writer.write(ByteBuffer(bytes: stream.finish()))
                try await writer.finish(nil)
            })
    }

    /// A run takes a minute or so once it has begun.
    private static let runningSeconds: Int64 = 60

    private static func retrySeconds(until startsAt: Instant, from now: Instant) -> Int {
        Int(max(runningSeconds, startsAt.seconds - now.seconds))
    }
}
