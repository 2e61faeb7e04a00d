import HTTPTypes
import Hummingbird
import Identity
import MessageBox
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
        try await facilities.rehearsal?.play(request)
        let answers = try await Validation.answer(
            request, by: caller.organisation, name: caller.name, facilities: facilities, at: visit.at)
        return try .json(ValidationAnswers(resultaten: answers.map(ValidationAnswers.Line.init)))
    }
}

private struct ValidationAnswers: Encodable {
    let resultaten: [Line]

    struct Line: Encodable {
        let bsn: String
        let berichtSturen: Bool

        init(_ answer: Validation.Answer) {
            bsn = answer.number.digits
            berichtSturen = answer.isWelcome
        }
    }
}
