import Foundation

/// The input of the command, piece by piece, for commands that answer while it still comes in.
enum StandardInput {
    private static let pieceBytes = 65_536

    /// Hands over what there is, waits for more, and returns at the end of the input.
    ///
    /// The system's own call: `FileHandle` waits until a piece is full, and whoever asks one question at a
    /// time would wait for ever.
    static func read(_ use: (ArraySlice<UInt8>) throws -> Void) throws {
        var piece = [UInt8](repeating: 0, count: pieceBytes)
        while true {
            let count = Foundation.read(STDIN_FILENO, &piece, pieceBytes)
            if count > 0 {
                try use(piece[..<count])
            } else if count == 0 {
                return
            } else if errno != EINTR {
                throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            }
        }
    }
}

/// The output of the command, where whoever reads it may go away.
enum StandardOutput {
    static func write(_ text: String) throws {
        guard !text.isEmpty else { return }
        try FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }
}
