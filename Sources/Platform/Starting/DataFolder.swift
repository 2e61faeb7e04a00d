import Foundation
import Synchronization

/// The folder in which an embedded installation keeps everything but its keys. One process owns it at a time.
public final class DataFolder: Sendable {
    public let path: String
    /// The file that holds the lock until ``release()``; the system lets go of it when the process ends,
    /// however it ends.
    private let lock: Mutex<Int32?>

    public enum Failure: Error, CustomStringConvertible {
        case inUse(String)
        case unusable(String, reason: String)

        public var description: String {
            switch self {
            case .inUse(let path):
                "the data folder \(path) is in use by another Peil process; stop it, or choose another"
            case .unusable(let path, let reason):
                "the data folder \(path) cannot be used: \(reason)"
            }
        }
    }

    /// Makes the folder when it is not there, readable for this user only, and takes its lock.
    public init(_ path: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .unusable(path, reason: error.localizedDescription)
        }
        self.path = path
        let file = open("\(path)/lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw .unusable(path, reason: String(cString: strerror(errno))) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            close(file)
            throw .inUse(path)
        }
        lock = Mutex(file)
    }

    /// Lets another process have the folder. Nothing may be written in it after that.
    func release() {
        let file = lock.withLock { held in
            defer { held = nil }
            return held
        }
        if let file { close(file) }
    }

    deinit {
        release()
    }

    var databaseFile: String { "\(path)/peil.sqlite" }
    var blobFolder: String { "\(path)/blobs" }
    var mailFolder: String { "\(path)/mail" }
    /// Where the command line on the same machine finds the running server.
    static func serverFile(in path: String) -> String { "\(path)/server.json" }
}
