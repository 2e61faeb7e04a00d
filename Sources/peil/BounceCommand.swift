import ArgumentParser
import Outbound

struct BounceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounce",
        abstract: "Hand in the word of a mail server that a mail did not arrive, as a mail on standard input."
    )

    @Option(help: "The data folder of the running server.")
    var data = "data"

    func run() async throws {
        var mail: [UInt8] = []
        try StandardInput.read { piece in
            guard mail.count + piece.count <= Self.byteLimit else {
                throw ValidationError("this is no report of a mail server: it is over a megabyte")
            }
            mail += piece
        }
        let answer = try await Connection(dataFolder: data).post(
            "/beheer/bounces", mail, mediaType: "message/rfc822")
        Terminal.say(String(decoding: answer.body, as: UTF8.self))
    }

    /// As much as the server takes.
    private static let byteLimit = 1_048_576
}
