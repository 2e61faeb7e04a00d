import CZlib

/// Packs bytes as gzip (RFC 1952) piece by piece, in memory that does not grow with them.
///
///     var stream = GzipStream()
///     for piece in pieces { send(stream.pack(piece)) }
///     send(stream.finish())
///
/// For one task at a time.
public final class GzipStream {
    private var stream = z_stream()
    private var packed: [UInt8]

    /// The fastest level: lists of numbers shrink to a third at once, and hardly further with more work.
    private static let level: Int32 = 1
    /// The largest window, and 16 more for a header and check as gzip has them.
    private static let windowBits: Int32 = 15 + 16
    private static let memoryLevel: Int32 = 8
    private static let pieceBytes = 65_536

    public init() {
        packed = [UInt8](repeating: 0, count: Self.pieceBytes)
        let outcome = deflateInit2_(
            &stream, Self.level, Z_DEFLATED, Self.windowBits, Self.memoryLevel, Z_DEFAULT_STRATEGY,
            zlibVersion(), Int32(MemoryLayout<z_stream>.size))
        precondition(outcome == Z_OK, "zlib has no memory for a stream, or is another version")
    }

    deinit {
        deflateEnd(&stream)
    }

    /// Takes the next bytes; gives what is packed so far, which may be nothing.
    public func pack(_ bytes: [UInt8]) -> [UInt8] {
        var bytes = bytes
        return bytes.withUnsafeMutableBufferPointer { input in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            defer { stream.next_in = nil }
            return drain(Z_NO_FLUSH)
        }
    }

    /// Ends the stream; gives the rest.
    public func finish() -> [UInt8] {
        drain(Z_FINISH)
    }

    private func drain(_ flush: Int32) -> [UInt8] {
        var output: [UInt8] = []
        var room: UInt32 = 0
        repeat {
            packed.withUnsafeMutableBufferPointer { buffer in
                stream.next_out = buffer.baseAddress
                stream.avail_out = UInt32(buffer.count)
                deflate(&stream, flush)
                room = stream.avail_out
            }
            output += packed.dropLast(Int(room))
        } while room == 0
        return output
    }
}
