import AgreementFiles
import Agreements
import ArgumentParser
import Clockwork
import Foundation

struct AgreementCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "agreement",
        abstract: "Check, read, compare and publish the files of agreements.",
        subcommands: [Check.self, Show.self, Diff.self, Publish.self, Versions.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read files or folders, and tell everything that is wrong with them.")

        @Argument(help: "Files, or folders of agreements with their processes.")
        var files: [String]

        /// What is right is said of each file also when another is wrong.
        func run() async throws {
            var isWrong = false
            for path in files {
                do {
                    for file in try await Self.read(path) { Terminal.say(file.summary) }
                } catch let error as AgreementFileError {
                    Terminal.note("\(error)")
                    isWrong = true
                } catch let error as AgreementFolderError {
                    Terminal.note("\(error)")
                    isWrong = true
                }
            }
            if isWrong { throw ExitCode.failure }
        }

        private static func read(_ path: String) async throws -> [AgreementFile] {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue
            else { return [try AgreementsOption.read(path)] }
            return try await AgreementFolder.read(path).agreements
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show an agreement as text, in the order of the document.")

        @Argument(help: "The agreement: its name, or its file.")
        var agreement: String

        @Option(help: "Only this clause, such as SNO-30.")
        var clause: String?

        @OptionGroup var folder: AgreementsOption

        func run() async throws {
            let found = try await folder.one(agreement).agreement
            let id = clause.map { Clause.ID($0) }
            if let id, found.clause(id) == nil {
                let known = found.clauses.map(\.id.text).joined(separator: ", ")
                throw ValidationError("there is no clause \(id); there are \(known)")
            }
            Terminal.say(AgreementText(found, clause: id).text)
        }
    }

    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what differs between two versions, value by value.")

        @Argument(help: "The old version: its name, or its file.")
        var old: String

        @Argument(help: "The new version: its name, or its file.")
        var new: String

        @OptionGroup var folder: AgreementsOption

        func run() async throws {
            Terminal.say(
                AgreementDiff(old: try await folder.one(old), new: try await folder.one(new)).text)
        }
    }
}

extension AgreementFile {
    /// `agreements/x.yaml: in orde: 12 clausules, 30 normen, 4 aannames`.
    fileprivate var summary: String {
        let norms = agreement.clauses.reduce(0) { $0 + $1.lines.count }
        let assumptions = agreement.clauses.reduce(agreement.assumptions.count) { $0 + $1.assumptions.count }
        let counts = [
            Self.count(agreement.clauses.count, "clausule", "clausules"), Self.count(norms, "norm", "normen"),
            Self.count(assumptions, "aanname", "aannames"),
        ]
        return "\(name): in orde: \(counts.joined(separator: ", "))"
    }

    private static func count(_ number: Int, _ one: String, _ more: String) -> String {
        "\(number) \(number == 1 ? one : more)"
    }
}
