import Testing

@testable import OpenAPI

@Suite struct NodeTests {
    static let sample: Node = [
        "name": "Peil", "count": 3, "isOpen": true, "none": [:], "list": ["a", ["b": "c"]],
        "text": "one\ntwo: \"2\"\n\nfour",
    ]

    @Test func `JSON keeps the order of the fields`() {
        let expected =
            #"{"name":"Peil","count":3,"isOpen":true,"none":{},"list":["a",{"b":"c"}],"#
            + #""text":"one\ntwo: \"2\"\n\nfour"}"#
        #expect(Self.sample.json == expected)
    }

    @Test func `YAML quotes every text, and writes a long one line by line`() {
        #expect(
            Self.sample.yaml == """
                name: "Peil"
                count: 3
                isOpen: true
                none: {}
                list:
                  - "a"
                  -
                    b: "c"
                text: |-
                  one
                  two: "2"

                  four

                """)
    }

    @Test(arguments: [
        ("200", "\"200\": 1\n"), ("no", "\"no\": 1\n"), ("/a/{id}", "/a/{id}: 1\n"), ("$ref", "$ref: 1\n"),
        ("a b", "\"a b\": 1\n"), ("", "\"\": 1\n"), ("API-Version", "API-Version: 1\n"),
    ])
    func `a name that YAML would take for something else is quoted`(_ name: String, _ yaml: String) {
        #expect(Node.fields([.init(name, 1)]).yaml == yaml)
    }

    @Test func `what JSON has no letter for is escaped`() {
        #expect(Node.text("a\u{0}\u{1F}\u{7F}\t\r\\\"é").json == #""a\u0000\u001f\u007f\t\r\\\"é""#)
    }

    @Test func `a text with control characters is never a block`() {
        #expect(Node.fields([.init("a", "b\n\u{1}")]).yaml == "a: \"b\\n\\u0001\"\n")
    }
}
