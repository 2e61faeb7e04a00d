import AgreementFiles
import Agreements
import ArgumentParser
import Clockwork

struct ClockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clock",
        abstract: "Run the clock of a clause: the deadline, the warnings, and how it came about.",
        discussion: """
            With --batch it answers questions about open time instead, one JSON object a line on standard \
            input:

              {"id":"a","window":{"days":"mon-fri","from":"08:30","to":"18:00"},
               "holidays":"bvv-beheerafspraken","start":"2026-04-03T16:00:00+02:00",
               "budget_seconds":21600,"pauses":[["<start>","<end>"]]}

            each by a line {"id":"a","deadline":"2026-04-07T12:30:00+02:00"} or {"id":"a","error":"…"}.
            """)

    @Argument(help: "The agreement: its name, or its file.")
    var agreement: String?

    @Argument(help: "The clause, such as BVV-03.")
    var clause: String?

    @Flag(help: "Answer questions on standard input, one a line.")
    var batch = false

    @OptionGroup var facts: ClockFacts
    @OptionGroup var folder: AgreementsOption

    @Flag(help: "As JSON, for other programs.")
    var json = false

    @Option(
        help: """
            The day that something is wanted on, such as 2026-04-13: is --start in time for it, by the \
            notices and plans of the clause? Without --start: what is the last day to ask?
            """)
    var wanted: String?

    func validate() throws {
        if wanted != nil, batch || json { throw ValidationError("--wanted goes without --batch and --json") }
        if batch {
            guard agreement == nil, clause == nil else {
                throw ValidationError("--batch takes no agreement and no clause: each line names its own")
            }
        } else {
            guard agreement != nil, clause != nil else {
                throw ValidationError("name an agreement and a clause, or give --batch")
            }
        }
    }

    func run() async throws {
        if batch { return try await answerBatch() }
        guard let agreement, let clause else { throw ValidationError("name an agreement and a clause") }
        let agreed = try await folder.one(agreement).agreement
        if let wanted {
            let day = try ClockFacts.day(wanted, "--wanted")
            let report = try PlanReport(
                Clause.ID(clause), under: agreed, wanted: day, askedAt: try facts.startMoment())
            return Terminal.say(report.text)
        }
        let request = try facts.request(clause)
        let report = try ClockReport(request, under: agreed)
        Terminal.say(json ? String(decoding: try report.json(), as: UTF8.self) : report.text)
    }

    /// Lines are answered as they come in, those that come together in one write.
    private func answerBatch() async throws {
        let agreements = try await folder.all().map(\.agreement)
        var batch = ClockBatch(calendars: ClockBatch.calendars(of: agreements))
        var cutter = LineCutter()
        try StandardInput.read { bytes in
            var answers = ""
            cutter.take(bytes) { answers += batch.answer(to: $0) + "\n" }
            try StandardOutput.write(answers)
        }
        if let last = cutter.finish() { try StandardOutput.write(batch.answer(to: last) + "\n") }
    }
}
