import ArgumentParser

@main
struct Peil: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peil",
        abstract:
            "Carries messages from government organisations to citizens, and shows what the agreements about it are worth.",
        subcommands: [
            Serve.self, Demo.self, Deliver.self, Report.self, Token.self, ClientCommand.self, Probe.self,
        ])
}
