import Glibc

/// Files that only their owner may read.
enum PrivateFile {
    static func checkPrivate(_ path: String) throws(SealingError) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .file(path: path, reason: reason(errno)) }
        guard status.st_mode & 0o077 == 0 else { throw .notPrivate(path: path) }
    }

    static func names(in folder: String) throws(SealingError) -> [String] {
        guard let listing = opendir(folder) else { throw .file(path: folder, reason: reason(errno)) }
        defer { closedir(listing) }
        var names: [String] = []
        while let entry = readdir(listing) {
            names.append(
                withUnsafePointer(to: &entry.pointee.d_name) { name in
                    name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                        String(cString: $0)
                    }
                })
        }
        return names
    }

    static func read(_ path: String, limit: Int) throws(SealingError) -> [UInt8] {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .file(path: path, reason: reason(errno)) }
        defer { close(file) }
        var bytes = [UInt8](repeating: 0, count: limit)
        let count = Glibc.read(file, &bytes, limit)
        guard count >= 0 else { throw .file(path: path, reason: reason(errno)) }
        return Array(bytes.prefix(count))
    }

    /// Writes a new file, synced; never replaces one.
    static func write(_ bytes: [UInt8], to path: String) throws(SealingError) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .file(path: path, reason: reason(errno)) }
        defer { close(file) }
        guard Glibc.write(file, bytes, bytes.count) == bytes.count, fsync(file) == 0 else {
            throw .file(path: path, reason: reason(errno))
        }
    }

    static func syncFolder(_ path: String) throws(SealingError) {
        let folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw .file(path: path, reason: reason(errno)) }
        defer { close(folder) }
        guard fsync(folder) == 0 else { throw .file(path: path, reason: reason(errno)) }
    }

    static func reason(_ code: Int32) -> String {
        String(cString: strerror(code))
    }
}
