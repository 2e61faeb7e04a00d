import Foundation
import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import NIOCore
import Routes
import ServiceLevels

/// The validation service as its existing clients know it: SOAP 1.1, document/literal.
extension Interfaces {
    var validationEnvelopeEndpoints: [Endpoint] {
        [
            .organisation(
                .validation, .post, "/koppelvlak/validatie", measuredAs: MeasuredFunction.validation,
                validateEnvelope
            ).telling(Self.fault),
            .anyone(.get, "/koppelvlak/validatie", describeValidation),
        ]
    }

    private static let mediaType = "text/xml; charset=utf-8"

    private func validateEnvelope(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "text/xml")
        let body = try await visit.body(upTo: ValidationRequest.bytesLimit)
        do {
            let request = try ValidationRequest.read(soap: body)
            try await facilities.rehearsal?.play(
                request, by: caller.organisation.id, facilities: facilities, at: visit.at)
            let answers = try await Validation.answer(
                request, by: caller.organisation, name: caller.name,
                facilities: facilities, at: visit.at)
            return .xml(ValidationEnvelope.answer(answers), Self.mediaType)
        } catch is HeaderNotUnderstood {
            throw Problem(.headerNotUnderstood)
        }
    }

    /// Problems of the question itself are faults of the schemas. What stands before it (who calls, what kind
    /// of body) is told as everywhere.
    @Sendable private static func fault(_ problem: Problem) -> Response? {
        let kind: ValidationEnvelope.Fault
        switch problem.kind {
        case .headerNotUnderstood: kind = .header
        case .invalidInput, .notWellFormed, .documentTypeNotAllowed, .notYourOrganisation,
            .messageTypeNotSupported, .tooLarge:
            kind = .application
        case .unavailable, .busy, .internalError: kind = .dependency
        default: return nil
        }
        let faults = problem.faults.map { " \($0.pad): \($0.reden)." }.joined()
        let message = "\(problem.kind.rawValue) \(problem.kind.title). \(problem.detail)\(faults)"
        return .xml(ValidationEnvelope.fault(kind, message), mediaType, status: .internalServerError)
    }

    /// The description of the service, at its own address with `?wsdl`, for anybody.
    private func describeValidation(_ visit: Visit) async throws -> Response {
        guard visit.query("wsdl") != nil else {
            throw Problem(.notFound, "De beschrijving van deze dienst staat op /koppelvlak/validatie?wsdl.")
        }
        let text = String(decoding: PackageResources.validatie_wsdl, as: UTF8.self)
            .replacing("https://peil.example", with: publicURL)
        return .xml(Array(text.utf8), Self.mediaType)
    }
}

extension Response {
    static func xml(
        _ bytes: [UInt8], _ mediaType: String, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(
            status: status, headers: [.contentType: mediaType],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
