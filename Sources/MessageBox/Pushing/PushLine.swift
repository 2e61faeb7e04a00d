import CivilTime
import Outbound
import SQL

/// A report and where it goes.
struct PushedReport: Sendable {
    let report: Report
    let address: ReportAddress
    /// From this moment on it is no longer offered.
    let endsAt: Instant

    /// The document in the form its receiver wants, with its media type.
    func content(_ rules: PushRules) throws -> (type: String, body: [UInt8]) {
        switch address.form {
        case .xml: ("application/xml; charset=utf-8", report.document.xml())
        case .cloudEvent:
            (
                "application/cloudevents+json; charset=utf-8",
                try ReportEvent(report, from: rules.provider, publicURL: rules.publicURL).json()
            )
        }
    }
}

/// The connection to one receiver while its lane is served: its host is resolved and judged once, and anew
/// when the address changes.
struct PushLine {
    let rules: PushRules
    private var open: (revision: Identifier<ReportAddress>, client: OutboundClient)?

    init(rules: PushRules) { self.rules = rules }

    /// The header with the id of a push, for receivers of either form to know a repetition by.
    private static let idHeader = "Peil-Aflevering"

    /// Nil when the receiver took it. Throws when the work was cancelled: that is no failure of the receiver.
    mutating func send(_ push: PushedReport, at now: Instant) async throws -> PushFailure? {
        let (type, body) = try push.content(rules)
        let headers = [
            OutboundHeader("Content-Type", type),
            OutboundHeader(Self.idHeader, "\(push.report.delivery.id)"),
            OutboundHeader(PushSecret.header, push.address.secret.signature(of: body, at: now)),
        ]
        do throws(OutboundError) {
            let answer = try await client(to: push.address).post(
                push.address.url, headers: headers, body: body)
            return (200...299).contains(answer.status) ? nil : PushFailure(status: answer.status)
        } catch {
            if error == .cancelled { throw CancellationError() }
            return PushFailure(error)
        }
    }

    private mutating func client(
        to address: ReportAddress
    ) async throws(OutboundError) -> OutboundClient {
        if let open, open.revision == address.revision { return open.client }
        try await close()
        guard let url = Self.url(address, within: rules.reach) else { throw .forbidden }
        let client = try await OutboundClient.pinned(to: url, within: rules.reach, limits: PushRules.limits)
        open = (address.revision, client)
        return client
    }

    /// Nil for an address that the settings no longer allow.
    private static func url(_ address: ReportAddress, within reach: Reach) -> CallbackURL? {
        do throws(CallbackURL.Fault) {
            return try CallbackURL(address.url, within: reach)
        } catch {
            return nil
        }
    }

    mutating func close() async throws(OutboundError) {
        guard let client = open?.client else { return }
        open = nil
        try await client.close()
    }
}
