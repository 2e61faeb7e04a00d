// FoundationEssentials to make the folder and to read the file.
import FoundationEssentials
import Glibc

/// The file of a spool. Blocking; used on a queue of its own.
struct SpoolFile: Sendable {
    let folder: String
    private var path: String { folder + "/waarnemingen.ndjson" }

    /// Makes the folder where it is not there.
    init(folder: String) throws {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        self.folder = folder
    }

    /// The bytes of the file; none where there is no file yet.
    func read() throws -> [UInt8] {
        guard FileManager.default.fileExists(atPath: path) else { return [] }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    /// Adds bytes at the end; they are on disk when it returns. Nothing is added beyond the limit.
    func append(_ bytes: [UInt8], limitBytes: Int) throws(ProbeSpoolError) {
        let isNew = !FileManager.default.fileExists(atPath: path)
        let file = try opened(path, O_WRONLY | O_CREAT | O_APPEND)
        defer { close(file) }
        guard lseek(file, 0, SEEK_END) + bytes.count <= limitBytes else { throw .full }
        try put(bytes, in: file)
        if isNew { try syncFolder() }
    }

    /// Puts other bytes in the file's place, all or nothing, also in a crash.
    func replace(with bytes: [UInt8]) throws(ProbeSpoolError) {
        let fresh = path + ".nieuw"
        let file = try opened(fresh, O_WRONLY | O_CREAT | O_TRUNC)
        defer { close(file) }
        try put(bytes, in: file)
        guard rename(fresh, path) == 0 else { throw .file(errno) }
        try syncFolder()
    }

    private func opened(_ path: String, _ flags: Int32) throws(ProbeSpoolError) -> Int32 {
        let file = open(path, flags | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(errno) }
        return file
    }

    private func put(_ bytes: [UInt8], in file: Int32) throws(ProbeSpoolError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            guard count > 0 else { throw .file(errno) }
            rest = rest.dropFirst(count)
        }
        guard fsync(file) == 0 else { throw .file(errno) }
    }

    private func syncFolder() throws(ProbeSpoolError) {
        let file = try opened(folder, O_RDONLY | O_DIRECTORY)
        defer { close(file) }
        guard fsync(file) == 0 else { throw .file(errno) }
    }
}

enum ProbeSpoolError: Error, Equatable {
    case full
    /// With the number of the error.
    case file(Int32)
}

extension ProbeSpoolError: CustomStringConvertible {
    var description: String {
        switch self {
        case .full:
            "the spool of the probe is full; what it sees is lost until the server takes observations again"
        case .file(let number): "the spool of the probe cannot be written (error \(number)); look at its disk"
        }
    }
}
