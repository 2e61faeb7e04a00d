import ArgumentParser
import Foundation
import Identity
import Load
import Platform

extension Load {
    struct Accounts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Fill an installation whose server is not running with accounts and messages."
        )

        @OptionGroup var options: SettingOptions

        @Option(help: "The number of accounts.")
        var count = 1_000

        @Option(help: "Messages in all, in turn to each account.")
        var messages = 3_000

        func run() async throws {
            let begin = ContinuousClock.now
            let (installation, settings) = try await options.demoInstallation()
            let now = SystemClock.now()
            let key = ClientKey()
            let path = "\(settings.keysFolder)/\(LoadCast.client).pem"
            try Terminal.writePrivately(key.pem, to: path)
            let accounts = AccountFilling(installation.facilities, at: now)
            let sender = try await accounts.addSender(key: key)
            try await accounts.addAccounts(count, wanting: sender) { note($0, "accounts") }
            let filling = MessageFilling(
                installation.facilities, accounts: count, count: messages, at: now)
            try await filling.addMessages(from: sender) { note($0, "messages") }
            await installation.close()
            let seconds = (ContinuousClock.now - begin) / .seconds(1)
            Terminal.say("{\"accounts\":\(count),\"messages\":\(messages),\"seconds\":\(seconds)}")
        }

        private func note(_ made: Int, _ what: String) {
            if made.isMultiple(of: Self.noteEach) { Terminal.note("  \(made) \(what) …") }
        }

        /// A line every ten seconds or so.
        private static let noteEach = 100_000
    }

    struct SignIns: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "sign-ins",
            abstract:
                "Sign people in, spread over all accounts of a filled installation that is not running."
        )

        @OptionGroup var options: SettingOptions

        @Option(help: "The number of people to sign in.")
        var count = 1_000

        @Option(help: "The number of accounts that were made.")
        var accounts = 1_000

        @Option(help: "The file to write their session cookies to, readable for this user only.")
        var sessions: String

        func run() async throws {
            let (installation, _) = try await options.demoInstallation()
            let filling = SignedInFilling(installation.facilities, at: SystemClock.now())
            let cookies = try await filling.signIn(count, amongAccounts: accounts)
            await installation.close()
            try Terminal.writePrivately(cookies.joined(separator: "\n") + "\n", to: sessions)
        }
    }
}

extension SettingOptions {
    /// The installation that is to be measured, opened.
    fileprivate func demoInstallation() async throws -> (Installation, Platform.Settings) {
        let settings = try await settings()
        guard settings.environment == .demo else {
            throw ValidationError("a measurement is for the demo environment only")
        }
        return (try await Installation.open(settings, now: SystemClock.now), settings)
    }
}

extension Terminal {
    /// Writes a file for this user's eyes only.
    fileprivate static func writePrivately(_ text: String, to path: String) throws {
        guard
            FileManager.default.createFile(
                atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600])
        else { throw ValidationError("cannot write \(path)") }
    }
}
