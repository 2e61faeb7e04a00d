import ArgumentParser
import Identity
import Load
import Platform

struct Load: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Measure an installation: fill it with accounts, then send it messages, batches or readers.",
        subcommands: [
            Accounts.self, SignIns.self, Messages.self, Batches.self, Boxes.self, Validations.self,
            Clocks.self,
        ])
}

/// Where a load goes and how much of it.
struct LoadOptions: ParsableArguments {
    @Option(help: "The public address of the server: http://HOST:PORT.")
    var server = "http://127.0.0.1:8080"

    @Option(help: "Connections that are kept alive.")
    var connections = 64

    @Option(help: "How long to send, in seconds.")
    var seconds = 10.0

    @Option(help: "Requests a second. Default: as many as the server answers.")
    var rate: Double?

    func target() throws -> LoadServer {
        guard let target = LoadServer(server) else {
            throw ValidationError("--server is an address such as http://127.0.0.1:8080")
        }
        return target
    }

    func run(_ requests: some LoadRequests) async throws {
        let outcome = try await LoadRun(
            server: try target(), connections: connections, seconds: seconds, perSecond: rate
        ).run(requests)
        Terminal.say(outcome.json)
    }
}

/// Who delivers: the client that `peil load accounts` made.
struct SenderOptions: ParsableArguments {
    @Option(help: "The folder of keys, with the key of the client.")
    var keys = "keys"

    @Option(help: "The number of accounts that were made; messages go to any of them.")
    var accounts = 1_000

    func token(server: String) async throws -> String {
        let pem = String(decoding: try Terminal.file("\(keys)/\(LoadCast.client).pem"), as: UTF8.self)
        return try await AccessTokenRequest(
            client: LoadCast.client, key: try ClientKey(pem: pem), server: server
        ).send()
    }
}

extension Load {
    struct Messages: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Deliver single messages as JSON.")

        @OptionGroup var load: LoadOptions
        @OptionGroup var sender: SenderOptions

        @Option(help: "The size of a message in bytes.")
        var bytes = 5_000

        @Flag(help: "Send messages that are read and checked, but refused for their id: nothing is stored.")
        var refused = false

        func run() async throws {
            let token = try await sender.token(server: load.server)
            try await load.run(
                MessageRequests(
                    server: try load.target(), token: token, bodyBytes: bytes, accounts: sender.accounts,
                    valid: !refused))
        }
    }

    struct Batches: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Deliver batches of messages as XML.")

        @OptionGroup var load: LoadOptions
        @OptionGroup var sender: SenderOptions

        @Option(help: "Messages in a batch.")
        var messages = 100

        @Option(help: "The size of the attachment of each message, in bytes.")
        var attachmentBytes = 50_000

        func run() async throws {
            let token = try await sender.token(server: load.server)
            try await load.run(
                BatchRequests(
                    server: try load.target(), token: token, messages: messages,
                    attachmentBytes: attachmentBytes, accounts: sender.accounts, at: SystemClock.now()))
        }
    }

    struct Boxes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Look in boxes, as citizens who are signed in.")

        @OptionGroup var load: LoadOptions

        @Option(help: "The file of sessions that `peil load sign-ins` wrote.")
        var sessions: String

        @Flag(help: "Read the newest message of each, instead of the list.")
        var read = false

        func run() async throws {
            let cookies = String(decoding: try Terminal.file(sessions), as: UTF8.self)
                .split(separator: "\n").map(String.init)
            guard !cookies.isEmpty else { throw ValidationError("there are no sessions in \(sessions)") }
            try await load.run(
                try BoxRequests(
                    server: try load.target(), sessions: cookies, page: read ? .message : .list))
        }
    }
}

extension LoadRun.Outcome {
    /// One line for other programs: numbers, times in milliseconds.
    var json: String {
        let answers = answers.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\($0.value)" }
        let times = [("p50", 0.5), ("p99", 0.99), ("p999", 0.999)].map { name, fraction in
            "\"\(name)\":\(Double(latencies.quantile(fraction)) / 1_000)"
        }
        return "{\"seconds\":\(seconds),\"answers\":{\(answers.joined(separator: ","))},"
            + "\"leftOut\":\(leftOut),\(times.joined(separator: ","))}"
    }
}
