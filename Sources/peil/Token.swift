import ArgumentParser
import Foundation
import Identity
import Outbound
import Platform

struct Token: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Ask an access token as a client does: with a JWT signed by its own key.")

    @Option(help: "The client id.")
    var client: String

    @Option(help: "PEM file with the client's private key (P-256).")
    var key: String

    @Option(help: "The public address of the server.")
    var server = "http://127.0.0.1:8080"

    func run() async throws {
        let token = try await AccessTokenRequest(
            client: client, key: ClientKey(pem: String(decoding: try Terminal.file(key), as: UTF8.self)),
            server: server
        ).send()
        Terminal.say(token)
    }
}
