import Sealing
import Testing

@Suite struct DataKeyTests {
    let subject = SealContext(purpose: "message.subject", id: [1, 2, 3])
    let plain = Array("Uw aanslag staat klaar".utf8)

    @Test func `a sealed value opens with its wrapped key`() throws {
        let ring = try newKeyRing()
        let (key, wrapped) = ring.newDataKey()
        let sealed = key.seal(plain, for: subject)
        #expect(sealed.count == plain.count + 28)
        #expect(try ring.unwrap(wrapped).open(sealed, for: subject) == plain)
    }

    @Test func `the same value is sealed differently each time`() throws {
        let key = try newKeyRing().newDataKey().key
        #expect(key.seal(plain, for: subject) != key.seal(plain, for: subject))
    }

    @Test func `a value moved to another row or column does not open`() throws {
        let key = try newKeyRing().newDataKey().key
        let sealed = key.seal(plain, for: subject)
        for other in [
            SealContext(purpose: "message.subject", id: [1, 2, 4]),
            SealContext(purpose: "message.text", id: [1, 2, 3]),
        ] {
            #expect(throws: SealingError.damaged) { try key.open(sealed, for: other) }
        }
    }

    @Test func `a flipped bit anywhere is noticed`() throws {
        let key = try newKeyRing().newDataKey().key
        let sealed = key.seal(plain, for: subject)
        for index in sealed.indices {
            var flipped = sealed
            flipped[index] ^= 1
            #expect(throws: SealingError.damaged) { try key.open(flipped, for: subject) }
        }
        #expect(throws: SealingError.damaged) { try key.open(Array(sealed.prefix(27)), for: subject) }
    }

    @Test func `a wrapped key opens only with its own root key, unchanged`() throws {
        let ring = try newKeyRing()
        let wrapped = ring.newDataKey().wrapped
        #expect(throws: SealingError.unknownKey(ring.currentKey)) { try newKeyRing().unwrap(wrapped) }
        for index in 4..<wrapped.count {
            var flipped = wrapped
            flipped[index] ^= 128
            #expect(throws: SealingError.damaged) { try ring.unwrap(flipped) }
        }
        #expect(throws: SealingError.damaged) { try ring.unwrap([1]) }
    }
}
