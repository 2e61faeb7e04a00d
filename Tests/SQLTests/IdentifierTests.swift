import SQL
import Testing

@Suite struct IdentifierTests {
    private enum Letter {}

    @Test func `ids sort by the millisecond they were made in`() {
        let earlier = Identifier<Letter>.new(milliseconds: 1_790_000_000_000)
        let later = Identifier<Letter>.new(milliseconds: 1_790_000_000_001)
        #expect(earlier < later)
        #expect(earlier.bytes.lexicographicallyPrecedes(later.bytes))
        #expect(earlier.description < later.description)
        #expect(later.milliseconds == 1_790_000_000_001)
    }

    @Test func `an id has the version and variant of RFC 9562`() {
        let id = Identifier<Letter>.new(milliseconds: 0)
        #expect(id.bytes[6] >> 4 == 7)
        #expect(id.bytes[8] >> 6 == 0b10)
    }

    @Test func `an id comes back from its text and its bytes`() {
        let id = Identifier<Letter>.new(milliseconds: 1_790_000_000_000)
        #expect(Identifier<Letter>(id.description) == id)
        #expect(Identifier<Letter>(id.description.uppercased()) == id)
        #expect(Identifier<Letter>(value: id.value) == id)
    }

    @Test(arguments: [
        "", "0198c5d0", "0198c5d0-0000-7000-8000-00000000000", "0198c5d0-0000-7000-8000-0000000000000",
        "0198c5d000-00-7000-8000-000000000000", "0198c5dg-0000-7000-8000-000000000000",
        "٠198c5d0-0000-7000-8000-00000000000", "{198c5d0-0000-7000-8000-00000000000}",
    ])
    func `text that is no id is rejected`(text: String) {
        #expect(Identifier<Letter>(text) == nil)
    }

    @Test func `bytes of another length are no id`() {
        #expect(Identifier<Letter>(value: .bytes([1, 2, 3])) == nil)
        #expect(Identifier<Letter>(value: .text("x")) == nil)
    }
}
