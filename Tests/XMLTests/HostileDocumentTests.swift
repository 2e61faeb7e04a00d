import Testing
import XML

@Suite struct HostileDocumentTests {
    static let laughs = """
        <!DOCTYPE a [<!ENTITY l0 "ha">\((1...9).map { n in
            "<!ENTITY l\(n) \"" + String(repeating: "&l\(n - 1);", count: 10) + "\">"
        }.joined())]><a>&l9;</a>
        """

    @Test(arguments: [
        ("billion laughs", laughs),
        ("a bare DOCTYPE", "<!DOCTYPE a><a/>"),
        ("an external DTD", #"<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>"#),
        ("an external entity", #"<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>"#),
        ("a parameter entity", #"<!DOCTYPE a [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]><a/>"#),
        ("an entity without DTD", "<a>&nbsp;</a>"),
        ("an entity in an attribute", #"<a x="&nbsp;"/>"#),
        ("a default attribute", "<!DOCTYPE a [<!ATTLIST a x CDATA 'y'>]><a/>"),
        ("UTF-16 with a DOCTYPE", "\u{0}"),
    ])
    func `a DOCTYPE or an entity ends the parse`(name: String, document: String) {
        let bytes = document == "\u{0}" ? utf16("<!DOCTYPE a><a/>", bigEndian: true) : Array(document.utf8)
        guard case .documentTypeNotAllowed = refusal(of: bytes) else {
            Issue.record("\(name): \(String(describing: refusal(of: bytes)))")
            return
        }
    }

    @Test(arguments: [
        ("nothing", ""), ("blanks", "  \n "), ("text", "hallo"), ("two roots", "<a/><a/>"),
        ("text after", "<a/>x"),
        ("crossed tags", "<a><b></a></b>"), ("double attribute", "<a x='1' x='2'/>"),
        ("double attribute by namespace", "<a xmlns:p='u' xmlns:q='u' p:x='1' q:x='2'/>"),
        ("undeclared prefix", "<p:a/>"), ("undeclared attribute prefix", "<a p:x='1'/>"),
        ("U+0000 by reference", "<a>&#0;</a>"), ("a control by reference", "<a>&#8;</a>"),
        ("a surrogate by reference", "<a>&#xD800;</a>"), ("U+FFFE", "<a>\u{FFFE}</a>"),
        ("U+0000", "<a>\u{0}</a>"),
        ("bare ampersand", "<a>a & b</a>"), ("bare less-than", "<a>1 < 2</a>"), ("]]> in text", "<a>]]></a>"),
        ("-- in a comment", "<a><!-- -- --></a>"), ("xml instruction inside", "<a><?xml version='1.0'?></a>"),
        ("unknown encoding", "<?xml version='1.0' encoding='nonsense'?><a/>"),
    ])
    func `what is not well-formed is refused`(name: String, document: String) {
        guard case .notWellFormed = refusal(of: document) else {
            Issue.record("\(name): \(String(describing: refusal(of: document)))")
            return
        }
    }

    @Test(
        arguments: [
            [0xFF], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80],
            [0xF4, 0x90, 0x80, 0x80],
        ] as [[UInt8]])
    func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
        for document in [
            Array("<a>".utf8) + bytes + Array("</a>".utf8), Array("<a x='".utf8) + bytes + Array("'/>".utf8),
            Array("<a><![CDATA[".utf8) + bytes + Array("]]></a>".utf8),
            Array("<".utf8) + bytes + Array("/>".utf8),
        ] {
            guard case .notWellFormed = refusal(of: document) else {
                Issue.record("\(document) gave \(String(describing: refusal(of: document)))")
                return
            }
        }
    }

    @Test func `elements nest to the limit and not beyond`() {
        func nested(_ depth: Int) -> String {
            String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
        }
        #expect(refusal(of: nested(XMLLimit.depthMaximum)) == nil)
        for depth in [XMLLimit.depthMaximum + 1, 5_000, 200_000] {
            guard case .beyondLimit(.depth, _) = refusal(of: nested(depth)) else {
                Issue.record("depth \(depth): \(String(describing: refusal(of: nested(depth))))")
                return
            }
        }
    }

    @Test func `attributes come up to the limit and not beyond`() {
        func wide(_ count: Int) -> String { "<a" + (0..<count).map { " x\($0)=''" }.joined() + "/>" }
        #expect(refusal(of: wide(XMLLimit.attributesMaximum)) == nil)
        guard case .beyondLimit(.attributes, _) = refusal(of: wide(XMLLimit.attributesMaximum + 1)) else {
            Issue.record("65 attributes were read")
            return
        }
    }

    @Test(arguments: [
        ("attribute", "<a x='"), ("name", "<"), ("comment", "<a><!--"), ("instruction", "<a><?p "),
        ("DOCTYPE", "<!DOCTYPE "), ("end tag", "<a></"), ("prolog", "<?xml version='1.0' "),
        ("entity", "<a>&"),
        ("namespace", "<a xmlns='"),
    ])
    func `a tag or comment that does not end is not kept`(name: String, start: String) {
        let padding = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 18)
        let parser = PushParser(vocabulary: vocabulary)
        var fed = 0
        do {
            try Array(start.utf8).withUnsafeBytes { try parser.feed($0) { _ in } }
            for _ in 0..<40 {
                try padding.withUnsafeBytes { try parser.feed($0) { _ in } }
                fed += padding.count
            }
            Issue.record("\(name): \(fed) bytes were taken")
        } catch {
            #expect(error is XMLError)
            #expect(fed <= padding.count)
        }
    }

    @Test func `many different names are not kept`() {
        let names = (0..<300_000).map { "<name-number-\($0)/>" }.joined()
        guard case .beyondLimit(.names, _) = refusal(of: "<a>\(names)</a>") else {
            Issue.record("\(String(describing: refusal(of: "<a>\(names)</a>")))")
            return
        }
    }

    @Test(arguments: [
        "<a>999990019<b999990019></a>", "<a>\n&x999990019</a>", "<a x999990019='' x999990019=''/>",
        "<p999990019:a/>", "<a><![CDATA[999990019", "<a>999990019\u{8}999990019</a>",
        "<?xml version='999990019'?><a/>",
        "<?xml version='1.0' encoding='x999990019'?><a/>",
        "<a xml:space='999990019' xmlns:q='999990019 %%'><q",
    ])
    func `what is thrown tells where, and quotes nothing of the document`(document: String) throws {
        let error = try #require(refusal(of: document))
        #expect(error.position.line >= 1)
        #expect(!error.description.contains("999990019"), "\(error)")
    }

    @Test func `the place of an error is told`() throws {
        let error = try #require(refusal(of: "<a>\n  <b>\n</a>"))
        #expect(error.position.line == 3)
        #expect(error.description.contains("tag mismatch"), "\(error)")
    }
}
