import Sealing
import Testing

@Suite struct PseudonymTests {
    @Test func `a number has one pseudonym for each use`() throws {
        let ring = try newKeyRing()
        let box = ring.pseudonym(of: "999990019", for: .bsn)
        #expect(box == ring.pseudonym(of: "999990019", for: .bsn))
        #expect(box != ring.pseudonym(of: "999990019", for: .log))
        #expect(box != ring.pseudonym(of: "999990020", for: .bsn))
    }

    @Test func `another environment gives another pseudonym`() throws {
        let number = "999990019"
        #expect(
            try newKeyRing().pseudonym(of: number, for: .bsn) != newKeyRing().pseudonym(of: number, for: .bsn)
        )
    }

    @Test func `a pseudonym is read back from its bytes with the key that made it`() throws {
        let ring = try newKeyRing()
        let made = ring.pseudonym(of: "999990019", for: .bsn)
        let read = try #require(Pseudonym(bytes: made.bytes))
        #expect(read == made)
        #expect(read.key == ring.currentKey)
        #expect(Pseudonym(bytes: Array(made.bytes.dropLast())) == nil)
    }
}
