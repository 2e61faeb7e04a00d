import AgreementFiles
import Agreements
import ArgumentParser
import CivilTime
import Clockwork

struct WindowsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "windows",
        abstract: "Show the opening hours and the maintenance of a month, or give them to a calendar program."
    )

    @Argument(help: "The agreement: its name, or its file.")
    var agreement: String

    @Option(help: "The month, such as 2026-10.")
    var month: String

    @Option(help: "production, preproduction or test.")
    var environment = "production"

    @Option(help: "The service window to draw, by its key. Default: the first of the document.")
    var window: String?

    @Flag(help: "As iCalendar, from this month to the end of next year.")
    var ical = false

    @Flag(help: "As JSON, for other programs: the stretches that begin in the month.")
    var json = false

    @OptionGroup var folder: AgreementsOption

    func validate() throws {
        guard CivilMonth(month) != nil else { throw ValidationError("--month is a month such as 2026-10") }
        guard !(ical && json) else { throw ValidationError("give --ical or --json, not both") }
    }

    func run() async throws {
        guard let month = CivilMonth(month) else {
            throw ValidationError("--month is a month such as 2026-10")
        }
        let found = try await folder.one(agreement).agreement
        let environment = try Environment(named: environment)
        let windows = WindowMonth(found, in: month, environment)
        if ical {
            try StandardOutput.write(WindowCalendar(found, from: month, environment).text)
        } else if json {
            Terminal.say(String(decoding: try windows.json(), as: UTF8.self))
        } else {
            let picture = MonthPicture(windows, showing: try shown(windows))
            Terminal.say(picture.lines.joined(separator: "\n"))
        }
    }

    private func shown(_ windows: WindowMonth) throws -> ServiceWindow? {
        guard let key = window else { return windows.serviceWindows.first }
        guard let found = windows.serviceWindows.first(where: { $0.key == key }) else {
            let known = windows.serviceWindows.map(\.key).joined(separator: ", ")
            throw ValidationError("--window is one of \(known)")
        }
        return found
    }
}
