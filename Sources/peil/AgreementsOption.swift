import AgreementFiles
import Agreements
import ArgumentParser
import Foundation
import Platform

/// Where the agreements are, and how one of them is named.
struct AgreementsOption: ParsableArguments {
    @Option(help: "The folder of agreements. Default: as for the server, PEIL_AGREEMENTS or agreements.")
    var agreements: String?

    /// All agreements of the folder; none where the default folder is not there.
    func all() async throws -> [AgreementFile] {
        let path = try await folder()
        if agreements == nil, !FileManager.default.fileExists(atPath: path) { return [] }
        return try await AgreementFile.folder(path)
    }

    /// The agreement with a name, or the one in a file.
    func one(_ named: String) async throws -> AgreementFile {
        if FileManager.default.fileExists(atPath: named) {
            return try Self.read(named)
        }
        let files = try await all()
        if let file = files.first(where: { $0.agreement.name == named }) { return file }
        let known = files.map(\.agreement.name).joined(separator: ", ")
        throw ValidationError(
            "'\(named)' is no file and no agreement in \(try await folder()); known are: \(known)")
    }

    /// A file that the person named, wherever it is.
    static func read(_ path: String) throws -> AgreementFile {
        let bytes = try Terminal.file(path)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw ValidationError("\(path) is no text in UTF-8")
        }
        return try AgreementFile(name: path, text: text)
    }

    private func folder() async throws -> String {
        try await Settings.read(flags: agreements.map { ["agreements": $0] } ?? [:], file: nil)
            .agreementsFolder
    }
}
