import Foundation

/// What the command line says to the person who typed it.
enum Terminal {
    /// A line on standard output, at once, also when that is a file.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    /// A line about progress, on standard error, so that output can be piped.
    static func note(_ line: String) {
        FileHandle.standardError.write(Data((line + "\n").utf8))
    }

    /// The bytes of a file that the person named.
    static func file(_ path: String) throws -> [UInt8] {
        guard let bytes = FileManager.default.contents(atPath: path) else { throw Unreadable(path: path) }
        return [UInt8](bytes)
    }

    private struct Unreadable: Error, CustomStringConvertible {
        let path: String

        var description: String { "the file \(path) cannot be read; check its name and its permissions" }
    }
}
