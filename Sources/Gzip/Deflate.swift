import CZlib

/// Packs one run of bytes without a frame of its own, as entries of a zip are.
enum Deflate {
    /// The best for texts; what is packed already, such as most PDFs, does not shrink at any level.
    private static let level: Int32 = 6
    /// Negative: the largest window, without header and check.
    private static let windowBits: Int32 = -15
    private static let memoryLevel: Int32 = 8

    static func pack(_ bytes: [UInt8]) -> [UInt8] {
        var stream = z_stream()
        let outcome = deflateInit2_(
            &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_DEFAULT_STRATEGY, zlibVersion(),
            Int32(MemoryLayout<z_stream>.size))
        precondition(outcome == Z_OK, "zlib has no memory for a stream, or is another version")
        defer { deflateEnd(&stream) }
        var bytes = bytes
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let left = bytes.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                deflate(&stream, Z_FINISH)
                return Int(stream.avail_out)
            }
        }
        return packed.dropLast(left)
    }

    /// The check of the zip format (CRC-32).
    static func check(_ bytes: [UInt8]) -> UInt32 {
        UInt32(truncatingIfNeeded: crc32(0, bytes, UInt32(bytes.count)))
    }
}
