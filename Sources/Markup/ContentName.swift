/// A name for a file that changes with its content, so that a browser may keep the file for as long as it
/// likes.
public enum ContentName {
    /// Sixteen hexadecimal digits (FNV-1a, 64 bits); no protection, only a name.
    public static func of(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
