/// Cuts a stream of bytes into lines, however the bytes come in, and keeps no more than one line of them.
public struct LineCutter: Sendable {
    /// One line without its end.
    public enum Line: Equatable, Sendable {
        case bytes([UInt8])
        /// Longer than ``bytesLimit``; what was in it is gone.
        case tooLong
    }

    /// Room for a thousand pauses. A longer line is not one of ours.
    public static let bytesLimit = 65_536

    private var pending: [UInt8] = []
    private var isTooLong = false

    public init() {}

    /// Takes the next bytes in, and hands over each line that they complete.
    public mutating func take(_ bytes: some Collection<UInt8>, each: (Line) -> Void) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            append(rest[..<end])
            each(line())
            rest = rest[rest.index(after: end)...]
        }
        append(rest)
    }

    /// The last line, when the stream did not end in a line end; nil when it did.
    public mutating func finish() -> Line? {
        pending.isEmpty && !isTooLong ? nil : line()
    }

    private mutating func append(_ bytes: some Collection<UInt8>) {
        guard !isTooLong, pending.count + bytes.count <= Self.bytesLimit else {
            isTooLong = isTooLong || !bytes.isEmpty
            pending = []
            return
        }
        pending.append(contentsOf: bytes)
    }

    private mutating func line() -> Line {
        defer {
            pending.removeAll(keepingCapacity: true)
            isTooLong = false
        }
        return isTooLong ? .tooLong : .bytes(pending)
    }
}
