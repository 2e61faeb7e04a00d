/// The text of one element as it comes in: counted whole, kept as far as it can matter.
///
/// A text beyond its limit is a fault whatever follows, so a message of fifty megabytes of subject costs no
/// memory.
struct FieldText {
    private(set) var bytes: [UInt8] = []
    private(set) var scalarCount = 0
    /// The kept bytes are not all; the text is longer.
    private(set) var isCut = false
    private let keptBytes: Int

    /// Kept of any element, so that a report can echo a type code that is too long, and a date may stand in
    /// some white space.
    static let keptBytesMinimum = 256

    init(limit: TextLimit? = nil) {
        // A scalar is at most four bytes of UTF-8.
        keptBytes = max(Self.keptBytesMinimum, (limit?.maximum ?? 0) * 4)
    }

    mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
        scalarCount += piece.scalarCount
        guard !isCut else { return }
        let room = keptBytes - bytes.count
        bytes.append(contentsOf: piece.prefix(room))
        if piece.count > room { cut() }
    }

    /// Leaves off a last scalar of which only a part is kept.
    private mutating func cut() {
        isCut = true
        while let last = bytes.last, last & 0xC0 == 0x80 { bytes.removeLast() }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }

    var string: String { String(decoding: bytes, as: UTF8.self) }
}
