import AgreementFiles
import Agreements
import CivilTime
import SQL
import Testing

/// The agreement of MijnOverheid as it stands in the repository.
enum Agreed {
    static func file() async throws -> AgreementFile {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let files = try await AgreementFile.folder("/" + root + "/agreements")
        return try #require(files.first { $0.agreement.name == "mijnoverheid-sno" })
    }

    /// The agreement as published in a database.
    static func published(in database: any Database) async throws -> PublishedAgreement {
        let file = try await file()
        return try await database.write { transaction in
            try PublishedAgreement.publish(file, in: transaction, at: moment("2026-09-01T00:00:00Z"))
            return try #require(
                try PublishedAgreement.current(
                    "mijnoverheid-sno", at: moment("2026-10-15T00:00:00Z"), in: transaction))
        }
    }

    static let october = month("2026-10")
}

func moment(_ text: String) -> Instant {
    guard let moment = Instant(rfc3339: text) else { preconditionFailure("\(text) is no moment") }
    return moment
}

func month(_ text: String) -> CivilMonth {
    guard let month = CivilMonth(text) else { preconditionFailure("\(text) is no month") }
    return month
}
