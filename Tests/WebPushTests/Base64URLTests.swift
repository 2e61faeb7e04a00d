import Testing
import WebPush

@Suite struct Base64URLTests {
    @Test(
        arguments: [
            ([], ""), ([0], "AA"), ([251, 255], "-_8"), ([1, 2, 3], "AQID"),
            ([255, 255, 255, 255], "_____w"),
        ] as [([UInt8], String)])
    func `bytes become text and come back`(_ bytes: [UInt8], _ text: String) {
        #expect(Base64URL.text(of: bytes) == text)
        #expect(Base64URL.bytes(of: text) == bytes)
    }

    @Test(arguments: ["A", "AAAAA", "AB", "AQID=", "AQ==", "+/8", "A A", "é"])
    func `text that is not exactly so is refused`(_ text: String) {
        #expect(Base64URL.bytes(of: text) == nil)
    }
}
