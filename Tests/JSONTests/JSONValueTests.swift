import JSON
import Testing

@Suite struct JSONValueTests {
    @Test func `values of every kind are read as they are written`() throws {
        let text = #" {"a":[1,-0.50e+3,true,false,null],"b":{"c":"\"\\\/\b\f\n\r\té😀\u00e9\ud83d\ude00"}} "#
        let value = try JSONValue(parsing: Array(text.utf8))
        #expect(
            value.value(at: "a")?.list == [
                .number("1"), .number("-0.50e+3"), .truth(true), .truth(false), .null,
            ])
        #expect(value.value(at: "b.c")?.text == "\"\\/\u{8}\u{c}\n\r\té😀é😀")
        #expect(value.value(at: "b.d") == nil)
        #expect(value.value(at: "a.0") == nil)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\":1,}", "{a:1}", "[1 2]", "01", "1.", ".5", "1e", "+1", "nul", "tru",
        "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\\u0000\"",
        "\"a\nb\"", "{\"a\":1}x", "[1]]", "{\"a\":1,\"a\":2}", "NaN", "'a'",
    ])
    func `what is no JSON, or could be read in two ways, is refused`(text: String) {
        #expect(throws: JSONError.self) { try JSONValue(parsing: Array(text.utf8)) }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xff, 0x22]) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: [0x22, 0xc0, 0x80, 0x22]) }
    }

    @Test func `nesting goes to its limit and no further`() throws {
        func nested(_ depth: Int) -> [UInt8] {
            Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
        }
        _ = try JSONValue(parsing: nested(JSONValue.depthLimit))
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(JSONValue.depthLimit + 1)) }
        #expect(throws: JSONError.self) { try JSONValue(parsing: nested(1_000_000)) }
    }

    @Test func `the same value has the same text, however it was written`() throws {
        let one = try JSONValue(parsing: Array(#"{"b":[1,"\u0041\t"], "a":null}"#.utf8))
        let other = try JSONValue(parsing: Array("{\"a\" : null,\n\"b\":[ 1 , \"A\\t\"]}".utf8))
        #expect(one.canonicalText == other.canonicalText)
        let third = try JSONValue(parsing: Array(#"{"a":null,"b":[1,"A\\t"]}"#.utf8))
        #expect(one.canonicalText != third.canonicalText)
    }
}

@Suite struct JSONFieldsTests {
    @Test func `all that is wrong with an object comes together`() throws {
        let text = #"{"naam":"","jaar":3,"adres":{"straat":7,"plaats":"x"},"extra":1,"leeg":null}"#
        var fields = JSONFields(try #require(JSONValue(parsing: Array(text.utf8)).object))
        #expect(fields.text("naam", 1...10) == nil)
        #expect(fields.text("jaar", 1...10) == nil)
        fields.need("leeg")
        fields.need("weg")
        let place = fields.object("adres") { fields in
            _ = fields.text("straat", 1...10)
            let place = fields.text("plaats", 1...10)
            fields.refuseOthers()
            return place
        }
        #expect(place == "x")
        fields.refuseOthers()
        #expect(
            fields.faults.map(\.path) == ["naam", "jaar", "leeg", "weg", "adres.straat", "extra"])
    }
}
