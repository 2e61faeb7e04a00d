import ArgumentParser
import Foundation
import Outbound

struct Deliver: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Deliver a batch (XML) or a message (JSON) for an organisation, through the running server."
    )

    @Argument(help: "The file: a batch as XML, or a message as JSON.")
    var file: String

    @Option(name: .customLong("as"), help: "The OIN of the organisation that delivers.")
    var oin: String

    @Option(help: "The data folder of the running server.")
    var data = "data"

    func run() async throws {
        let body = try Terminal.file(file)
        let isJSON = body.first { !Self.whitespace.contains($0) } == UInt8(ascii: "{")
        let answer = try await Connection(dataFolder: data).post(
            isJSON ? "/api/v1/aanleveringen" : "/koppelvlak/berichtverwerking", body,
            mediaType: isJSON ? "application/json" : "application/xml", actingFor: oin)
        Terminal.say(String(decoding: answer.body, as: UTF8.self))
    }

    private static let whitespace = Set("\u{20}\t\r\n".utf8)
}
