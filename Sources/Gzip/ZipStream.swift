/// Writes a zip file by file, in memory that holds one file and a line about each that went before.
///
///     var zip = ZipStream()
///     for file in files { send(zip.add(file.bytes, as: file.path, at: file.moment)) }
///     send(zip.finish())
///
/// Sizes stand before each file, so that every program reads it from front to back too. Beyond 4 GB or 65,535
/// files it is a zip64 (APPNOTE 6.3, §4.5.3), which programs of this century know.
public struct ZipStream: Sendable {
    /// A minute of a civil clock, as the format keeps it, in steps of two seconds.
    public struct Moment: Sendable {
        let date: UInt16
        let time: UInt16

        /// - Parameter year: 1980 to 2107; others are kept as the nearest of these.
        public init(year: Int, month: Int, day: Int, hour: Int, minute: Int) {
            let years = min(max(year, 1980), 2107) - 1980
            date = UInt16(years << 9 | month << 5 | day)
            time = UInt16(hour << 11 | minute << 5)
        }
    }

    private var index: [UInt8] = []
    private var count = 0
    private var position: UInt64 = 0

    public init() {}

    /// The longest file, so that the size of one never needs zip64.
    public static let fileByteLimit = Int(Int32.max)

    /// The bytes of the next file.
    ///
    /// - Parameter path: with slashes between folders, below the folder that it is unpacked in.
    public mutating func add(_ bytes: [UInt8], as path: String, at moment: Moment) -> [UInt8] {
        precondition(bytes.count <= Self.fileByteLimit, "the caller bounds a file")
        let packed = Deflate.pack(bytes)
        let isPacked = packed.count < bytes.count
        let name = Array(path.utf8)
        var common: [UInt8] = []
        // Made for 2.0 (folders, deflate); names are UTF-8.
        common += bytes2(20) + bytes2(1 << 11) + bytes2(isPacked ? 8 : 0)
        common += bytes2(moment.time) + bytes2(moment.date) + bytes4(Deflate.check(bytes))
        common += bytes4(UInt32(isPacked ? packed.count : bytes.count)) + bytes4(UInt32(bytes.count))
        common += bytes2(UInt16(name.count))
        let local = bytes4(0x0403_4b50) + common + bytes2(0) + name + (isPacked ? packed : bytes)
        note(name, common)
        position += UInt64(local.count)
        return local
    }

    /// A line of the directory at the end: where the file begins.
    private mutating func note(_ name: [UInt8], _ common: [UInt8]) {
        let isFar = position >= Self.far
        let extra = isFar ? bytes2(1) + bytes2(8) + bytes8(position) : []
        index += bytes4(0x0201_4b50) + bytes2(Self.madeBy) + common + bytes2(UInt16(extra.count))
        // No comment, disk 0, no inner attributes, a plain file that its owner may change.
        index += bytes2(0) + bytes2(0) + bytes2(0) + bytes4(0o100644 << 16)
        index += bytes4(isFar ? .max : UInt32(position)) + name + extra
        count += 1
    }

    /// The directory, which ends the zip.
    public func finish() -> [UInt8] {
        let isFar = position >= Self.far || UInt64(index.count) >= Self.far || count >= Int(UInt16.max)
        return index + (isFar ? farEnd : []) + bytes4(0x0605_4b50) + bytes2(0) + bytes2(0)
            + bytes2(isFar ? .max : UInt16(count)) + bytes2(isFar ? .max : UInt16(count))
            + bytes4(isFar ? .max : UInt32(index.count)) + bytes4(isFar ? .max : UInt32(position))
            + bytes2(0)
    }

    private var farEnd: [UInt8] {
        let end = position + UInt64(index.count)
        return bytes4(0x0606_4b50) + bytes8(44) + bytes2(Self.madeBy) + bytes2(45) + bytes4(0) + bytes4(0)
            + bytes8(UInt64(count)) + bytes8(UInt64(count)) + bytes8(UInt64(index.count)) + bytes8(position)
            + bytes4(0x0706_4b50) + bytes4(0) + bytes8(end) + bytes4(1)
    }

    private static let far = UInt64(UInt32.max)
    /// Unix, by version 4.5 of the format.
    private static let madeBy: UInt16 = 3 << 8 | 45
}

private func bytes2(_ number: UInt16) -> [UInt8] {
    [UInt8(truncatingIfNeeded: number), UInt8(truncatingIfNeeded: number >> 8)]
}

private func bytes4(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * UInt32($0))) }
}

private func bytes8(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> (8 * UInt64($0))) }
}
