import ArgumentParser

@main
struct Peil: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peil",
        abstract:
            "Carries messages from government to citizens, and shows whether its agreements are kept.",
        subcommands: [
            Serve.self, Demo.self, Deliver.self, Report.self, Token.self, ClientCommand.self,
            BounceCommand.self, Probe.self,
            Load.self, AgreementCommand.self, ClockCommand.self, WindowsCommand.self, WhatIfCommand.self,
            Doctor.self,
        ])

    /// Ends with 0 when all went well, 2 for wrong use, 1 for anything else.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch  where exitCode(for: error) == .validationFailure {
            Terminal.note(fullMessage(for: error))
            exit(withError: ExitCode(2))
        } catch {
            exit(withError: error)
        }
    }
}
