/// Why a sealed value or the key folder cannot be used. The texts name keys by their short id, never by their
/// content.
public enum SealingError: Error, Equatable, Sendable {
    /// The value was changed, cut off, moved to another place, or sealed with another key.
    case damaged
    /// The value was sealed with a key that this folder does not (or no longer) hold.
    case unknownKey(KeyID)
    /// The folder that `create` was to make is there already.
    case folderExists(String)
    /// The folder or a file in it can be read or written by others than its owner.
    case notPrivate(path: String)
    /// A file in the folder is not a key, or its text was damaged.
    case unreadableKey(path: String)
    /// The folder holds no key.
    case noKeys(folder: String)
    /// The folder holds more keys than can be live at once; the oldest must be retired first.
    case tooManyKeys(folder: String, limit: Int)
    /// The operating system refused to read or write.
    case file(path: String, reason: String)
}

extension SealingError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .damaged:
            "a sealed value was changed or cut off, or belongs to another place or key"
        case .unknownKey(let id):
            "a value was sealed with the key \(id), which the key folder does not hold"
        case .folderExists(let folder):
            "the key folder \(folder) exists already; keys are never overwritten"
        case .notPrivate(let path):
            "\(path) can be reached by others than its owner; run: chmod -R go= \(path)"
        case .unreadableKey(let path):
            "\(path) is not a key of Peil, or it was damaged; restore it from the key backup"
        case .noKeys(let folder):
            "the key folder \(folder) holds no key; restore it from the key backup"
        case .tooManyKeys(let folder, let limit):
            "the key folder \(folder) holds more than \(limit) keys; retire the oldest"
        case .file(let path, let reason):
            "\(path): \(reason)"
        }
    }
}
