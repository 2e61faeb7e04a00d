import HTTPTypes
import Hummingbird
import Identity
import MessageBox
import NIOCore
import Routes
import ServiceLevels

extension Interfaces {
    var validationEndpoints: [Endpoint] {
        [
            .organisation(
                .validation, .post, "/api/v1/validaties", measuredAs: MeasuredFunction.validation, validate
            ).described(.validation)
        ]
    }

    private func validate(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: "application/json")
        let request = try ValidationRequest.read(
            json: try await visit.body(upTo: ValidationRequest.bytesLimit))
        try await facilities.rehearsal?.play(
            request, by: caller.organisation.id, facilities: facilities, at: visit.at)
        let answers = try await Validation.answer(
            request, by: caller.organisation, name: caller.name, facilities: facilities, at: visit.at)
        return Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: Self.body(answers))))
    }
}

extension Interfaces {
    /// `{"resultaten":[{"berichtSturen":true,"bsn":"999990019"}]}`. Written as it is: digits and truth values
    /// have nothing to escape.
    fileprivate static func body(_ answers: [Validation.Answer]) -> [UInt8] {
        var body = Array(#"{"resultaten":["#.utf8)
        body.reserveCapacity(body.count + answers.count * 48)
        for (index, answer) in answers.enumerated() {
            if index > 0 { body.append(UInt8(ascii: ",")) }
            body += answer.isWelcome ? welcome : unwelcome
            body += answer.number.digits.utf8
            body += end
        }
        body += Array("]}".utf8)
        return body
    }
}

private let welcome = Array(#"{"berichtSturen":true,"bsn":""#.utf8)
private let unwelcome = Array(#"{"berichtSturen":false,"bsn":""#.utf8)
private let end = Array(#""}"#.utf8)
