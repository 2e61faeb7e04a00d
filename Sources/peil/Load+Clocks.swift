import AgreementFiles
import Agreements
import ArgumentParser
import CivilTime
import Load

extension Load {
    struct Clocks: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Measure the engine: deadlines, clocks judged anew, and a month of cases.")

        @Option(help: "The agreement: its name, or its file.")
        var agreement = "bvv-beheerafspraken"

        @Option(help: "The number of deadlines.")
        var deadlines = 1_000_000

        @Option(help: "The number of cases to judge anew, each with two clocks: reaction and solution.")
        var clocks = 500_000

        @Option(help: "The number of cases in the month.")
        var cases = 100_000

        @OptionGroup var folder: AgreementsOption

        func run() async throws {
            let found = try await folder.one(agreement).agreement
            guard let month = CivilMonth("2026-04"), var load = ClockLoad(found, in: month) else {
                throw ValidationError("\(agreement) has no opening hours in production")
            }
            _ = try load.deadlines(deadlines)
            let one = try load.deadlines(deadlines)
            let rejudged = load.rejudged(clocks)
            let judged = load.judgedMonth(cases)
            let sum = one.checksum &+ rejudged.checksum &+ judged.checksum
            Terminal.say(
                "{\"deadline_nanoseconds\":\(one.seconds * 1_000_000_000 / Double(deadlines)),"
                    + "\"rejudged_clocks\":\(2 * clocks),\"rejudged_seconds\":\(rejudged.seconds),"
                    + "\"month_cases\":\(cases),\"month_seconds\":\(judged.seconds),\"checksum\":\(sum)}")
        }
    }
}
