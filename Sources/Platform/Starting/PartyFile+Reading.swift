import AgreementFiles
import CivilTime
import SQL

extension PartyFile {
    /// Reads `parties.yaml` of the folder of policies; an agreement or a party that does not exist is
    /// refused by name, since it would hide or show an agreement by mistake.
    static func read(folder: String, in database: any Database, at now: Instant) async throws -> PartyFile {
        let path = "\(folder)/parties.yaml"
        let file = try PartyFile(text: try FileSystem.text(path), name: path)
        try await database.read { transaction in
            for name in file.agreements.sorted() {
                guard let published = try PublishedAgreement.current(name, at: now, in: transaction) else {
                    throw SettingsError.invalid(key: path, reason: "there is no agreement '\(name)'")
                }
                if let flaw = file.flaw(in: published.agreement) {
                    throw SettingsError.invalid(key: path, reason: flaw)
                }
            }
        }
        return file
    }
}
