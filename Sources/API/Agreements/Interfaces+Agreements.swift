import AgreementFiles
import Agreements
import CivilTime
import Hummingbird
import Identity
import Journal
import Routes
import SQL

extension Interfaces {
    var agreementEndpoints: [Endpoint] {
        [
            .staff(.publishAgreements, .post, "/beheer/overeenkomsten", publishAgreement),
            .staff(.publishAgreements, .get, "/beheer/overeenkomsten/{overeenkomst}", agreementVersions),
        ]
    }

    /// Records a file as a version. The same text again changes nothing, and says so.
    private func publishAgreement(_ visit: Visit, _ role: Identity.Role) async throws -> Response {
        try visit.require(mediaType: "application/yaml")
        let body = try await visit.body(upTo: AgreementFile.sizeLimitBytes)
        guard let text = String(validating: body, as: UTF8.self) else {
            throw Problem(.invalidInput, "De overeenkomst is geen tekst in UTF-8.")
        }
        let file = try Self.agreementFile(text)
        let answer = try await database.write { transaction in
            let isNew = try PublishedAgreement.publish(file, in: transaction, at: visit.at)
            let found = try PublishedAgreement.version(
                of: file.agreement.name, hash: file.hash, in: transaction)
            guard let version = found else {
                throw Problem(.internalError, cause: "a published version was not found")
            }
            if isNew {
                try AuditEntry(
                    actor: .staff(role: role.name), act: "agreement.publish",
                    object: .init(kind: "agreement", id: file.agreement.name),
                    detail: version.hashText,
                    at: visit.at
                ).record(in: transaction)
            }
            return VersionBody(version, isNew: isNew)
        }
        return try .json(answer, status: answer.nieuw == true ? .created : .ok)
    }

    private static func agreementFile(_ text: String) throws(Problem) -> AgreementFile {
        do throws(AgreementFileError) {
            return try AgreementFile(name: "overeenkomst", text: text)
        } catch {
            throw Problem(
                .invalidInput, "De overeenkomst klopt niet. Er is niets gepubliceerd.",
                faults: error.problems.map { problem in
                    let place = [problem.clause, problem.key].compactMap { $0 }.joined(separator: " ")
                    return Problem.Fault(
                        path: "\(problem.line): \(place)",
                        reason: "expected \(problem.expected), found \(problem.found)")
                })
        }
    }

    /// What is on record, the version that starts last first.
    private func agreementVersions(_ visit: Visit, _ role: Identity.Role) async throws -> Response {
        let name = visit.parameter("overeenkomst")
        let versions = try await database.read { transaction in
            try PublishedAgreement.versions(of: name, in: transaction)
        }
        guard !versions.isEmpty else { throw Problem(.notFound, "Er is geen overeenkomst '\(name)'.") }
        return try .json(versions.map { VersionBody($0, isNew: nil) })
    }
}

/// A version without its text.
private struct VersionBody: Encodable {
    let naam: String
    let uitgave: String
    let hash: String
    /// A day in Amsterdam.
    let geldigVanaf: String
    let vastgelegdOp: String
    let nieuw: Bool?

    init(_ version: PublishedAgreement, isNew: Bool?) {
        naam = version.agreement.name
        uitgave = version.agreement.edition
        hash = version.hashText
        geldigVanaf = version.agreement.validity.from.description
        vastgelegdOp = version.recordedAt.rfc3339
        nieuw = isNew
    }
}
