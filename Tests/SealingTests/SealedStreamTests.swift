import Sealing
import Testing

private let frame = SealedStream.frameByteCount
private let context = SealContext(purpose: "blob", id: [7])

@Suite struct SealedStreamTests {
    @Test(
        arguments: [0, 1, frame - 1, frame, frame + 1, 3 * frame, 3 * frame + 17],
        [1_000, frame, 5 * frame])
    func `a stream opens whatever pieces it was cut into`(length: Int, piece: Int) throws {
        let key = try newKeyRing().newDataKey().key
        let plain = pattern(length)
        let sealed = seal(plain, key: key, piece: piece)
        #expect(sealed.count == SealedStream.sealedByteCount(ofPlain: length))
        #expect(try open(sealed, key: key, piece: 7_777) == plain)
        #expect(try open(sealed, key: key, piece: 1 << 20) == plain)
    }

    @Test func `a stream cut off at any frame is noticed`() throws {
        let key = try newKeyRing().newDataKey().key
        let sealed = seal(pattern(3 * frame + 5), key: key, piece: frame)
        let step = frame + 16
        for end in [0, 10, step, 2 * step, 3 * step, 3 * step + 5, sealed.count - 1] {
            #expect(throws: SealingError.damaged) {
                try open(Array(sealed.prefix(end)), key: key, piece: frame)
            }
        }
    }

    @Test func `frames cannot change places, repeat or be left out`() throws {
        let key = try newKeyRing().newDataKey().key
        let sealed = seal(pattern(3 * frame), key: key, piece: frame)
        let step = frame + 16
        let frames = (0..<3).map { Array(sealed[$0 * step..<($0 + 1) * step]) }
        for order in [[1, 0, 2], [0, 0, 1, 2], [0, 2], [0, 1, 2, 2]] {
            #expect(throws: SealingError.damaged) {
                try open(order.flatMap { frames[$0] }, key: key, piece: frame)
            }
        }
    }

    @Test func `a stream opens in its own place only`() throws {
        let key = try newKeyRing().newDataKey().key
        let sealed = seal(pattern(100), key: key, piece: 10)
        var opener = StreamOpener(key: key, context: SealContext(purpose: "blob", id: [8]))
        var plain: [UInt8] = []
        #expect(throws: SealingError.damaged) {
            try sealed.withUnsafeBytes { try opener.append($0, to: &plain) }
            try opener.finish(to: &plain)
        }
        #expect(plain.isEmpty)
    }
}

private func pattern(_ length: Int) -> [UInt8] {
    (0..<length).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
}

private func seal(_ plain: [UInt8], key: DataKey, piece: Int) -> [UInt8] {
    var sealer = StreamSealer(key: key, context: context)
    var sealed: [UInt8] = []
    for start in stride(from: 0, to: plain.count, by: piece) {
        plain[start..<min(start + piece, plain.count)].withUnsafeBytes { sealer.append($0, to: &sealed) }
    }
    sealer.finish(to: &sealed)
    return sealed
}

private func open(_ sealed: [UInt8], key: DataKey, piece: Int) throws -> [UInt8] {
    var opener = StreamOpener(key: key, context: context)
    var plain: [UInt8] = []
    for start in stride(from: 0, to: sealed.count, by: piece) {
        try sealed[start..<min(start + piece, sealed.count)].withUnsafeBytes {
            try opener.append($0, to: &plain)
        }
    }
    try opener.finish(to: &plain)
    return plain
}
