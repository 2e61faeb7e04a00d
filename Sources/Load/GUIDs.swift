/// Ids of suppliers, each another one: sixteen digits drawn for this run, and a number that counts.
struct GUIDs {
    static let byteCount = 36
    private let run = UInt64.random(in: 0...UInt64.max)
    private var count: UInt64 = 0

    mutating func next() -> [UInt8] {
        count += 1
        var text: [UInt8] = []
        text.reserveCapacity(Self.byteCount)
        for index in 0..<32 {
            if index == 8 || index == 12 || index == 16 || index == 20 { text.append(UInt8(ascii: "-")) }
            let half = index < 16 ? run : count
            text.append(Self.digits[Int(half >> UInt64(60 - 4 * (index % 16)) & 15)])
        }
        return text
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
