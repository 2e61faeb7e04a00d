import AgreementFiles
import Agreements
import CivilTime
// #filePath and reading the agreements beside the tests; test targets may use Foundation.
import Foundation
import Testing

/// The agreements of the product, as they lie in the folder `agreements`.
enum Shipped: String, CaseIterable {
    case sno = "mijnoverheid-sno-2020"
    case dap = "mijnoverheid-dap-2018"
    case bvv = "bvv-beheerafspraken"
    case ssc = "ssc-sla"

    static let project = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let folder = project.appendingPathComponent("agreements").path

    func text() throws -> String {
        try String(contentsOfFile: "\(Self.folder)/\(rawValue).yaml", encoding: .utf8)
    }

    func file() throws -> AgreementFile {
        try AgreementFile(name: "\(rawValue).yaml", text: text())
    }

    func agreement() throws -> Agreement {
        try file().agreement
    }
}

extension Agreement {
    /// The contents of a clause that is there.
    func contents(_ id: Clause.ID) throws -> Clause.Contents {
        try #require(clause(id)).contents
    }

    func handling(_ id: Clause.ID) throws -> [HandlingNorm] {
        try contents(id).lines.compactMap { line in
            if case .handling(let norm) = line.norm { norm } else { nil }
        }
    }
}

func date(_ text: String) throws -> CivilDate {
    try #require(CivilDate(text))
}

func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
}

/// What is wrong with a text; nothing when it is an agreement.
func problems(of text: String) -> [AgreementFileError.Problem] {
    do {
        _ = try AgreementFile(name: "wrong.yaml", text: text)
        return []
    } catch {
        return error.problems
    }
}
