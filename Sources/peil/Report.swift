import ArgumentParser
import CivilTime
import Outbound
import Platform
import ServiceLevels

struct Report: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Show what a month was worth against an agreement: each norm, what was measured, and why.")

    @Argument(help: "The agreement: mijnoverheid, or the name in its file.")
    var agreement: String

    @Option(help: "The month, such as 2026-10.")
    var month: String

    @Flag(help: "As JSON, for other programs.")
    var json = false

    @Option(help: "The data folder of the running server.")
    var data = "data"

    func validate() throws {
        guard CivilMonth(month) != nil else { throw ValidationError("--month is a month such as 2026-10") }
    }

    func run() async throws {
        let name = agreement == "mijnoverheid" ? Installation.messageBoxAgreement : agreement
        let answer = try await Connection(dataFolder: data).get(
            "/api/v1/dienstniveaus/\(name)?maand=\(month)")
        if json {
            Terminal.say(String(decoding: answer.body, as: UTF8.self))
        } else {
            Terminal.say(try MonthReport(json: answer.body).text())
        }
    }
}
