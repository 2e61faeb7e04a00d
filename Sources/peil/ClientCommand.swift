import ArgumentParser
import Foundation

struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client", abstract: "Manage the clients of organisations.", subcommands: [Add.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let a system of an organisation in: its id, its public keys and what it may do.")

        @Option(help: "The OIN of the organisation.")
        var oin: String

        @Option(help: "The name of the organisation; needed when it is not registered yet.")
        var name: String?

        @Option(help: "The client id.")
        var id: String

        @Option(help: "File with the JSON Web Key Set: public keys only, each with a kid.")
        var jwks: String

        @Option(parsing: .upToNextOption, help: "What it may do: berichten, validatie, abonnementen, …")
        var scope: [String]

        @Option(help: "The data folder of the running server.")
        var data = "data"

        func run() async throws {
            let request = Request(
                oin: oin, naam: name, id: id, scopes: scope,
                jwks: String(decoding: try Terminal.file(jwks), as: UTF8.self))
            _ = try await Connection(dataFolder: data).post(
                "/beheer/clients", [UInt8](try JSONEncoder().encode(request)), mediaType: "application/json",
                actingFor: oin)
            Terminal.say("Client \(id) of \(oin) may now ask for tokens.")
        }

        private struct Request: Encodable {
            let oin: String
            let naam: String?
            let id: String
            let scopes: [String]
            let jwks: String
        }
    }
}
