public import Agreements

/// All agreements of an installation with the process types that they use: the folder `agreements` with its
/// folder `processes`.
///
/// An agreement speaks of process types, their roles and their terms; whether those exist can only be seen
/// when all files lie together.
public struct AgreementFolder: Sendable {
    /// In order of file name.
    public let agreements: [AgreementFile]
    public let processes: [ProcessFile]

    /// Puts files together.
    ///
    /// - Throws: ``AgreementFolderError`` with everything that does not fit, file by file.
    public init(agreements: [AgreementFile], processes: [ProcessFile]) throws(AgreementFolderError) {
        self.agreements = agreements
        self.processes = processes
        let wrong = agreements.compactMap { file in
            let problems = file.problems(among: agreements) + file.problems(with: processes)
            return problems.isEmpty ? nil : AgreementFileError(file: file.name, problems: problems)
        }
        guard wrong.isEmpty else { throw AgreementFolderError(files: wrong) }
    }

    /// Reads a folder: its files that end in `.yaml`, and those of its folder `processes`.
    ///
    /// - Throws: ``AgreementFolderError`` with all wrong files, or the error of the file system.
    public static func read(_ path: String) async throws -> AgreementFolder {
        let texts = try await AgreementFile.texts(in: path)
        var wrong: [AgreementFileError] = []
        var agreements: [AgreementFile] = []
        for (name, text) in texts {
            do throws(AgreementFileError) {
                agreements.append(try AgreementFile(name: name, text: text))
            } catch {
                wrong.append(error)
            }
        }
        var processes: [ProcessFile] = []
        do {
            processes = try await ProcessFile.folder(path + "/processes")
        } catch let error as AgreementFileError {
            wrong.append(error)
        }
        guard wrong.isEmpty else { throw AgreementFolderError(files: wrong) }
        return try AgreementFolder(agreements: agreements, processes: processes)
    }

    /// The documents of each contract: what prevails stands first, an older version before a later one.
    public var sets: [String: [AgreementFile]] {
        Dictionary(grouping: agreements, by: \.agreement.place.set).mapValues { files in
            files.sorted { left, right in
                let (left, right) = (left.agreement, right.agreement)
                return left.place.rank == right.place.rank
                    ? left.validity.from < right.validity.from : left.place.rank < right.place.rank
            }
        }
    }

    /// The process type with a key; nil when there is none.
    public func process(_ key: String) -> ProcessType? {
        processes.first { $0.process.key == key }?.process
    }
}

/// Why files are not taken as the agreements of an installation: all that is wrong, file by file.
public struct AgreementFolderError: Error, Equatable, CustomStringConvertible {
    public let files: [AgreementFileError]

    public init(files: [AgreementFileError]) {
        self.files = files
    }

    public var description: String { files.map(\.description).joined(separator: "\n") }
}
