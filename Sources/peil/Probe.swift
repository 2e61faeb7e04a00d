import ArgumentParser
import Logging
import Outbound
import Platform
import ServiceLifecycle
import UnixSignals

struct Probe: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Watch a server from outside, each minute and function by function, and hand in what is seen.")

    @Option(help: "The public address of the server.")
    var server = "http://127.0.0.1:8080"

    @Option(help: "The folder of keys, with the key of the probe that the server made.")
    var keys = "keys"

    @Option(help: "The folder of what was seen and not handed in yet.")
    var spool = "data/probe"

    func run() async throws {
        var logger = Logger(label: "peil.probe", factory: { StreamLogHandler.standardError(label: $0) })
        logger.logLevel = .notice
        let probe = try Platform.Probe.watching(
            server: server, keysFolder: keys, spoolFolder: spool, logger: logger)
        Terminal.note("Watching \(server) each minute.")
        let group = ServiceGroup(
            services: [probe], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        do {
            try await group.run()
        } catch {
            try await probe.close()
            throw error
        }
        try await probe.close()
    }
}
