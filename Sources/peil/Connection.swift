import Foundation
import Outbound
import Platform
import Routes

/// A command's line to the running server: over its management port, with the operator's secret.
struct Connection {
    let server: RunningServer
    private let client: OutboundClient

    init(dataFolder: String) throws {
        server = try RunningServer.find(inDataFolder: dataFolder)
        // Made last: a client has to be closed, which nobody would do where there is no server.
        client = OutboundClient()
    }

    /// What went wrong, in one line for the person at the terminal.
    struct Refusal: Error, CustomStringConvertible {
        let description: String
    }

    func get(_ path: String) async throws -> OutboundAnswer {
        try await answered { try await client.get(server.managementURL + path, headers: headers()) }
    }

    func post(
        _ path: String, _ body: [UInt8], mediaType: String, actingFor oin: String? = nil
    ) async throws -> OutboundAnswer {
        let headers =
            headers() + [OutboundHeader("Content-Type", mediaType)]
            + (oin.map { [OutboundHeader("Peil-Namens", $0)] } ?? [])
        return try await answered {
            try await client.post(server.managementURL + path, headers: headers, body: body)
        }
    }

    private func headers() -> [OutboundHeader] {
        [OutboundHeader("Authorization", "Bearer \(server.secret.text)")]
    }

    private func answered(_ call: () async throws -> OutboundAnswer) async throws -> OutboundAnswer {
        let answer: OutboundAnswer
        do {
            answer = try await call()
        } catch {
            try await client.close()
            throw Refusal(description: "the server does not answer: \(error)")
        }
        try await client.close()
        guard (200..<300).contains(answer.status) else { throw Refusal(description: Self.reason(answer)) }
        return answer
    }

    /// The problem in the answer, as a line: its number, its text, and what is wrong where.
    private static func reason(_ answer: OutboundAnswer) -> String {
        struct Problem: Decodable {
            struct Fault: Decodable {
                let pad: String
                let reden: String
            }
            let code: Int
            let detail: String
            let fouten: [Fault]?
        }
        do {
            let problem = try JSONDecoder().decode(Problem.self, from: Data(answer.body))
            let faults = (problem.fouten ?? []).map { " \($0.pad): \($0.reden);" }.joined()
            return "\(problem.detail)\(faults) (\(problem.code))"
        } catch {
            return "the server answered with status \(answer.status)"
        }
    }
}
