import ArgumentParser
import CivilTime
import Platform

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Make the worked example in an empty data folder: organisations, citizens, messages."
    )

    @OptionGroup var options: SettingOptions

    @Option(help: "The moment up to which the example lives (RFC 3339). Default: now.")
    var asOf: String?

    func run() async throws {
        let settings = try await options.settings()
        guard settings.environment == .demo else {
            throw ValidationError("the worked example is for the demo environment only")
        }
        let moment = try asOf.map(Self.moment) ?? SystemClock.now()
        let installation = try await Installation.open(settings) { moment }
        let isNew = try await DemoFilling(installation, asOf: moment) { Terminal.note("  \($0) …") }.fill()
        await installation.close()
        Terminal.note(isNew ? "The worked example is made." : "The worked example is there already.")
    }

    private static func moment(_ text: String) throws -> Instant {
        guard let moment = Instant(rfc3339: text) else {
            throw ValidationError("--as-of is a moment such as 2026-11-21T12:00:00+01:00")
        }
        return moment
    }
}
