import ArgumentParser
import Load

extension Load {
    struct Validations: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ask the validation service.")

        @OptionGroup var load: LoadOptions
        @OptionGroup var sender: SenderOptions

        @Option(help: "Numbers in one question.")
        var numbers = 250

        func run() async throws {
            let token = try await sender.token(server: load.server)
            try await load.run(
                ValidationRequests(
                    server: try load.target(), token: token, accounts: sender.accounts, numbers: numbers))
        }
    }
}
