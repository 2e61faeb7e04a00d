import ArgumentParser
import Foundation
import Identity
import Load
import Platform

extension Load {
    struct Accounts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Fill an installation whose server is not running with accounts, and sign some of them in."
        )

        @OptionGroup var options: SettingOptions

        @Option(help: "The number of accounts.")
        var count = 1_000

        @Option(help: "Messages in each box.")
        var messages = 3

        @Option(help: "The number of accounts to sign in.")
        var signedIn = 1_000

        @Option(help: "The file to write their session cookies to, readable for this user only.")
        var sessions: String

        func run() async throws {
            let settings = try await options.settings()
            guard settings.environment == .demo else {
                throw ValidationError("a measurement is for the demo environment only")
            }
            let begin = ContinuousClock.now
            let installation = try await Installation.open(settings, now: SystemClock.now)
            let filling = AccountFilling(installation.facilities, at: SystemClock.now())
            let key = ClientKey()
            try write(key.pem, to: "\(settings.keysFolder)/\(LoadCast.client).pem")
            let sender = try await filling.addSender(key: key)
            let cookies = try await filling.addAccounts(
                count, messagesEach: messages, signedIn: signedIn, from: sender
            ) { made in
                if made % 100_000 == 0 { Terminal.note("  \(made) accounts …") }
            }
            await installation.close()
            try write(cookies.joined(separator: "\n") + "\n", to: sessions)
            let seconds = (ContinuousClock.now - begin) / .seconds(1)
            Terminal.say(
                "{\"accounts\":\(count),\"messages\":\(count * messages),\"seconds\":\(seconds)}")
        }

        private func write(_ text: String, to path: String) throws {
            guard
                FileManager.default.createFile(
                    atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
            else { throw ValidationError("cannot write \(path)") }
        }
    }
}
