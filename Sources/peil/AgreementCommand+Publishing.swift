import AgreementFiles
import Agreements
import ArgumentParser
import Foundation
import Outbound

extension AgreementCommand {
    struct Publish: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Publish a file as a version of its agreement, on the running server; it then stays.")

        @Argument(help: "The file.")
        var file: String

        @Option(help: "The data folder of the running server.")
        var data = "data"

        func run() async throws {
            // What is wrong is told with its lines before anything is sent.
            let read = try AgreementsOption.read(file)
            let answer = try await Connection(dataFolder: data).post(
                "/beheer/overeenkomsten", [UInt8](read.text.utf8), mediaType: "application/yaml")
            let version = try JSONDecoder().decode(PublishedVersion.self, from: Data(answer.body))
            Terminal.say(version.isNew == false ? "Deze tekst is al gepubliceerd." : "Gepubliceerd.")
            Terminal.say(version.text)
        }
    }

    struct Versions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the versions of an agreement that the running server has.")

        @Argument(help: "The name of the agreement.")
        var name: String

        @Option(help: "The data folder of the running server.")
        var data = "data"

        func run() async throws {
            guard let path = name.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) else {
                throw ValidationError("'\(name)' is no name of an agreement")
            }
            let answer = try await Connection(dataFolder: data).get("/beheer/overeenkomsten/\(path)")
            for version in try JSONDecoder().decode([PublishedVersion].self, from: Data(answer.body)) {
                Terminal.say(version.text)
            }
        }
    }
}

/// A version as the server tells it.
private struct PublishedVersion: Decodable {
    let naam: String
    let uitgave: String
    let hash: String
    let geldigVanaf: String
    let vastgelegdOp: String
    /// Only where it was just published.
    let isNew: Bool?

    enum CodingKeys: String, CodingKey {
        case naam, uitgave, hash, geldigVanaf, vastgelegdOp
        case isNew = "nieuw"
    }

    var text: String {
        "\(naam), \(uitgave): geldig vanaf \(geldigVanaf), vastgelegd op \(vastgelegdOp), \(hash)"
    }
}
