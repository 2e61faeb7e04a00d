import CivilTime
import Foundation
import HTTPTypes
import Hummingbird
import Identity
import Routes
import RunningCases

/// Events in, as the NL GOV profile for CloudEvents has them: structured mode, one by one or as a batch.
extension Interfaces {
    var caseEventEndpoints: [Endpoint] {
        [.organisation(.cases, .post, "/api/v1/gebeurtenissen", takeEvents).described(.takeEvents)]
    }

    private static let single = "application/cloudevents+json"
    private static let batch = "application/cloudevents-batch+json"

    private func takeEvents(_ visit: Visit, _ caller: OrganisationCaller) async throws -> Response {
        try visit.require(mediaType: Self.single, Self.batch)
        let sent = (visit.request.headers[.contentType] ?? "").lowercased()
        guard sent.hasPrefix(Self.batch) else {
            let body = try await visit.body(upTo: CaseEvent.bytesLimit)
            return try .json(
                EventAnswer(try await take(try CaseEvent.read(body, at: visit.at), visit, caller)))
        }
        let body = try await visit.body(upTo: CaseEvent.batchBytesLimit)
        var answers: [BatchAnswer.Line] = []
        for (index, event) in try CaseEvent.readBatch(body, at: visit.at).enumerated() {
            do {
                let taken = try await take(try event.get(), visit, caller)
                answers.append(.init(nummer: index + 1, gebeurtenis: EventAnswer(taken), probleem: nil))
            } catch let error as RunningCaseError {
                answers.append(
                    .init(nummer: index + 1, gebeurtenis: nil, probleem: RefusedEvent(Problem(error))))
            }
        }
        return try .json(BatchAnswer(resultaten: answers))
    }

    private func take(
        _ event: CaseEvent, _ visit: Visit, _ caller: OrganisationCaller
    ) async throws -> TakenEvent {
        let receipt = try await caseRegister.take(
            event, by: caller.organisation, name: caller.name, at: visit.at)
        return TakenEvent(event: event, receipt: receipt)
    }
}

private struct TakenEvent {
    let event: CaseEvent
    let receipt: CaseReceipt
}

/// The answer to one event; the same when it comes again.
private struct EventAnswer: Encodable {
    let id: String
    let source: String
    let zaakId: String
    let ontvangenOp: String
    let verouderd: Bool

    init(_ taken: TakenEvent) {
        id = taken.event.id
        source = taken.event.source
        zaakId = taken.receipt.caseKey.text
        ontvangenOp = taken.receipt.receivedAt.rfc3339
        verouderd = taken.receipt.outcome == .outdated
    }
}

/// A line for each event of a batch, in its order: what was taken, or why not. Those taken stay taken.
private struct BatchAnswer: Encodable {
    let resultaten: [Line]

    struct Line: Encodable {
        let nummer: Int
        let gebeurtenis: EventAnswer?
        let probleem: RefusedEvent?
    }
}

private struct RefusedEvent: Encodable {
    let code: Int
    let title: String
    let detail: String
    let fouten: [Problem.Fault]?

    init(_ problem: Problem) {
        code = problem.kind.rawValue
        title = problem.kind.title
        detail = problem.detail
        fouten = problem.faults.isEmpty ? nil : problem.faults
    }
}
