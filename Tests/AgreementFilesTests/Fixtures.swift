import AgreementFiles
import Agreements
import CivilTime
// #filePath and reading the agreement beside the tests; test targets may use Foundation.
import Foundation
import Testing

/// The agreement of the product, as it lies in the folder `agreements`.
enum Shipped {
    static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("agreements").path

    static func text() throws -> String {
        try String(contentsOfFile: folder + "/mijnoverheid-sno-2020.yaml", encoding: .utf8)
    }

    static func agreement() throws -> Agreement {
        try AgreementFile(name: "mijnoverheid-sno-2020.yaml", text: text()).agreement
    }
}

func instant(_ text: String) throws -> Instant {
    try #require(Instant(rfc3339: text))
}
