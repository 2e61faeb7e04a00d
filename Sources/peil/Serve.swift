import ArgumentParser
import Logging
import Platform

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Start the server.")

    @OptionGroup var options: SettingOptions

    @Option(help: "How much to log: debug, info, notice, warning or error.")
    var logLevel = "notice"

    func run() async throws {
        let settings = try await options.settings()
        let logger = try logger()
        let installation = try await Installation.open(settings, now: SystemClock.now)
        let server = try await Server.make(installation, logger: logger) { _ in
            Terminal.say("Peil is running: \(settings.publicURL)")
            Terminal.say("Stop it with Ctrl-C.")
        }
        try await server.run()
    }

    private func logger() throws -> Logger {
        guard let level = Logger.Level(rawValue: logLevel) else {
            throw ValidationError("--log-level is one of debug, info, notice, warning, error")
        }
        var logger = Logger(label: "peil", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = level
        return logger
    }
}
