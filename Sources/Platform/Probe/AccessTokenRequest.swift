import Foundation
public import Identity
import Outbound

/// Asks a server for an access token by `private_key_jwt`, as the client of an organisation does.
public struct AccessTokenRequest: Sendable {
    let client: String
    let key: ClientKey
    let server: String

    /// - Parameter server: the public address, without a slash at the end.
    public init(client: String, key: ClientKey, server: String) {
        self.client = client
        self.key = key
        self.server = server
    }

    public struct Refused: Error, CustomStringConvertible {
        public let description: String
    }

    /// Asks with a connection of its own; for a command that asks once.
    public func send() async throws -> String {
        let outbound = OutboundClient()
        do {
            let token = try await send(over: outbound)
            try await outbound.close()
            return token
        } catch {
            try await outbound.close()
            throw error
        }
    }

    func send(over outbound: OutboundClient) async throws -> String {
        let endpoint = "\(server)/oauth/token"
        let assertion = try await key.assertion(client: client, audience: endpoint, at: SystemClock.now())
        let form =
            "grant_type=client_credentials"
            + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
            + "&client_assertion=\(assertion)"
        let answer = try await outbound.post(
            endpoint, headers: [OutboundHeader("Content-Type", "application/x-www-form-urlencoded")],
            body: Array(form.utf8))
        guard answer.status == 200 else {
            throw Refused(
                description: "the token was refused: \(String(decoding: answer.body, as: UTF8.self))")
        }
        struct Granted: Decodable {
            let accessToken: String

            enum CodingKeys: String, CodingKey {
                case accessToken = "access_token"
            }
        }
        return try JSONDecoder().decode(Granted.self, from: Data(answer.body)).accessToken
    }
}
