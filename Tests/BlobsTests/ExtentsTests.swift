import Testing

@testable import Blobs

@Suite struct ExtentsTests {
    @Test func `stretches that touch become one, and all are read back from their bytes`() throws {
        var extents = Extents()
        extents.append(offset: 0, count: 100)
        extents.append(offset: 100, count: 50)
        extents.append(offset: 5_000_000_000, count: 1 << 20)
        #expect(extents.stretches.count == 2)
        #expect(extents.byteCount == 150 + (1 << 20))
        #expect(Extents(bytes: extents.bytes) == extents)
        #expect(extents.stretch(at: 120, limit: 1_000) == Extents.Stretch(offset: 120, count: 30))
        #expect(extents.stretch(at: 151, limit: 10) == Extents.Stretch(offset: 5_000_000_001, count: 10))
        #expect(extents.stretch(at: 150 + (1 << 20), limit: 10) == nil)
    }

    @Test(arguments: [[128], [1], [1, 2, 3], Array(repeating: 255, count: 20)] as [[UInt8]])
    func `damaged bytes are no extents`(bytes: [UInt8]) {
        #expect(Extents(bytes: bytes) == nil)
    }
}
