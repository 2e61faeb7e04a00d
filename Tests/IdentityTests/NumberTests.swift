import Identity
import Testing

@Suite struct NumberTests {
    @Test(arguments: ["999990019", "999990020", "999990032", "999990081", "999999011"])
    func `nine digits that pass the elfproef are a BSN, which never prints itself`(_ digits: String) throws {
        let bsn = try #require(BSN(digits))
        #expect(bsn.digits == digits)
        #expect("\(bsn)" == "•••")
        #expect(String(reflecting: bsn) == "•••")
    }

    @Test(arguments: [
        "", "0", "000000000", "999990018", "999990091", "99999001", "0999990019", "999990019 ", " 99990019",
        "99999001a", "-99990019", "٩٩٩٩٩٠٠١٩", "999.990.19", "99999001\0",
    ])
    func `anything else is none`(_ text: String) {
        #expect(BSN(text) == nil)
    }

    /// Changing any one digit breaks the elfproef: that is what it is for.
    @Test func `a slip of one digit is found`() {
        let digits = Array("999990019".utf8)
        for index in digits.indices {
            for digit in UInt8(0x30)...0x39 where digit != digits[index] {
                var slipped = digits
                slipped[index] = digit
                #expect(BSN(String(decoding: slipped, as: UTF8.self)) == nil)
            }
        }
    }

    @Test func `an OIN is twenty digits, not all zero`() {
        #expect(OIN("00000099000000001000")?.digits == "00000099000000001000")
        for text in [
            "", "0000009900000000100", "000000990000000010000", "00000000000000000000",
            "0000009900000000100x", "٠٠٠٠٠٠٩٩٠٠٠٠٠٠٠٠١٠٠٠", " 0000099000000001000",
        ] {
            #expect(OIN(text) == nil)
        }
    }

    @Test func `a list of scopes is read as a whole or not at all`() {
        #expect(Scope.list("berichten  validatie") == [.messages, .validation])
        #expect(Scope.list("") == [])
        #expect(Scope.list("berichten alles") == nil)
        #expect(Set<Scope>([.validation, .messages]).text == "berichten validatie")
    }
}
