import ArgumentParser
import Foundation
import Outbound

/// Holds what is kept twice against what it was made from.
struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check that the totals of the supplier portal are what the processing reports say.")

    @Option(help: "How many days back, today included.")
    var days = 31

    @Option(help: "The data folder of the running server.")
    var data = "data"

    func run() async throws {
        let answer = try await Connection(dataFolder: data).get("/beheer/totalen?dagen=\(days)")
        let check = try JSONDecoder().decode(Check.self, from: Data(answer.body))
        for wrong in check.verschillen {
            Terminal.say(
                "\(wrong.dag) \(wrong.oin) \(wrong.berichttype) \(wrong.verwerkingscode): "
                    + "kept \(wrong.bewaard), counted \(wrong.geteld)")
        }
        let scope = "\(check.organisaties) organisations, \(check.dagen) days"
        guard check.verschillen.isEmpty else {
            Terminal.say("\(check.verschillen.count) totals are wrong (\(scope)).")
            throw ExitCode(1)
        }
        Terminal.say("The totals are what the reports say (\(scope)).")
    }

    private struct Check: Decodable {
        let organisaties: Int
        let dagen: Int
        let verschillen: [Difference]
    }

    private struct Difference: Decodable {
        let oin: String
        let dag: String
        let berichttype: String
        let verwerkingscode: String
        let bewaard: Int
        let geteld: Int
    }
}
