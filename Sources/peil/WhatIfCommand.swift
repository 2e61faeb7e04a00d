import AgreementFiles
import Agreements
import ArgumentParser
import CivilTime
import Clockwork
import Platform

struct WhatIfCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "whatif",
        abstract: "Judge recorded cases under one agreement and under another, and show what differs.",
        discussion: """
            Cases are CSV with a heading, or JSON Lines with the same keys: id, process, registered, \
            environment, component, item, party, impact, urgency, priority, pauses (start/end/party, with \
            semicolons between), and for each term the moment it was done: reaction, resolution, answer, …
            """)

    @Argument(help: "The file of cases.")
    var cases: String

    @Option(help: "The agreement that holds: its name, or its file.")
    var under: String

    @Option(help: "The agreement to hold it against: its name, or its file.")
    var instead: String

    @Option(help: "Judge the norms of this month, such as 2026-10. Default: all cases together.")
    var month: String?

    @Option(help: "The moment at which open cases are looked at. Default: now.")
    var asof: String?

    @OptionGroup var folder: AgreementsOption

    @Flag(help: "As JSON, for other programs.")
    var json = false

    func validate() throws {
        if let month, CivilMonth(month) == nil {
            throw ValidationError("--month is a month such as 2026-10")
        }
    }

    func run() async throws {
        let before = try await folder.one(under).agreement
        let after = try await folder.one(instead).agreement
        let file = try CaseFile(
            try Terminal.file(cases), name: cases, terms: before.handledTerms.union(after.handledTerms))
        let moment = try asof.map { try ClockFacts.moment($0, "--asof") } ?? SystemClock.now()
        let outcome = WhatIf(
            file.cases, under: WhatIf.Side(before, named: under), instead: WhatIf.Side(after, named: instead),
            in: month.flatMap(CivilMonth.init), asOf: moment)
        Terminal.say(json ? String(decoding: try outcome.json(), as: UTF8.self) : outcome.text)
    }
}
