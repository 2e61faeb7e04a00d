import CivilTime
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import Routes
import SQL

extension Interfaces {
    var reportAddressEndpoints: [Endpoint] {
        [
            .organisation(.messages, .get, "/api/v1/afleverpunt", showReportAddress)
                .described(.showReportAddress),
            .organisation(.messages, .put, "/api/v1/afleverpunt", setReportAddress)
                .described(.setReportAddress),
            .organisation(.messages, .delete, "/api/v1/afleverpunt", removeReportAddress)
                .described(.removeReportAddress),
        ]
    }

    private func showReportAddress(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        guard
            let address = try await ReportAddress.find(
                of: caller.organisation.id, facilities: facilities)
        else { throw Problem(.noReportAddress) }
        return visit.answer(try .json(ReportAddressBody(address)), address.tag)
    }

    /// Each call makes a new secret, also for the same address: a caller that missed the answer asks again.
    private func setReportAddress(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let request = try ReportAddressRequest.read(
            json: try await visit.body(upTo: ReportAddressRequest.bytesLimit), within: reach)
        let (address, secret) = try await ReportAddress.set(
            request, of: caller.organisation, name: caller.name, facilities: facilities, at: visit.at
        ) { standing in try visit.requireMatch(standing) }
        return try .json(ReportAddressBody(address, secret), headers: [.eTag: address.tag.text])
    }

    private func removeReportAddress(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        let isGone = try await ReportAddress.remove(
            of: caller.organisation, name: caller.name, facilities: facilities, at: visit.at
        ) { standing in
            guard standing != nil else { throw Problem(.noReportAddress) }
            try visit.requireMatch(standing)
        }
        guard isGone else { throw Problem(.noReportAddress) }
        return Response(status: .noContent)
    }
}

extension ReportAddress {
    fileprivate var tag: EntityTag { EntityTag(of: revision.bytes) }
}

extension Visit {
    /// The first address needs no tag, as there is nothing yet that somebody could overwrite.
    fileprivate func requireMatch(_ standing: ReportAddress?) throws(Problem) {
        if let standing { return try requireMatch(standing.tag) }
        guard request.headers[.ifMatch] == nil else { throw Problem(.versionDiffers) }
    }
}

private struct ReportAddressBody: Encodable {
    let url: String
    let vorm: String
    let gewijzigdOp: String
    /// Only in the answer to the call that made it.
    let geheim: String?

    init(_ address: ReportAddress, _ secret: PushSecret? = nil) {
        url = address.url
        vorm = address.form.rawValue
        gewijzigdOp = address.changedAt.rfc3339
        geheim = secret?.text
    }
}
