import Testing
import XML

@Suite struct PushParserTests {
    @Test func `names are known by namespace, whatever their prefix`() throws {
        let log = try events(of: #"<a><p:b xmlns:p="urn:x"/><b/><b xmlns="urn:x"><c/></b></a>"#)
        #expect(
            log == ["start a", "start b", "end", "start ?", "end", "start b", "start c", "end", "end", "end"])
    }

    @Test func `text comes with its references resolved, comments and instructions left out`() throws {
        let log = try events(of: "<a>1 &lt; 2<!-- no --> &amp;<?no no?> &#x2265;<![CDATA[<b>]]></a>")
        #expect(log == ["start a", "text 1 < 2 & ≥", "section <b>", "end"])
    }

    @Test func `an empty CDATA section is told of`() throws {
        #expect(try events(of: "<a><![CDATA[]]></a>") == ["start a", "section ", "end"])
    }

    @Test func `attributes come with their references resolved`() throws {
        let log = try events(of: #"<a x="1 &gt; &#48;" y='"'/>"#)
        #expect(log == [#"start a x=1 > 0 y=""#, "end"])
    }

    static let documents: [(String, [UInt8])] = {
        let plain =
            "<a x='>'>\n é <!-- ' > -- no dash --><?p <x> ?><b xmlns='urn:x' y=\"&amp;<\">1&lt;2</b>"
            .replacing(" -- no dash ", with: " ' \" ").replacing("&amp;<", with: "&amp;&lt;")
            + "<![CDATA[ ]] <b> ]]>\r\n<c xmlns='urn:x'></c>" + String(repeating: "0123456789", count: 50)
            + "</a>"
        let latin = "<?xml version='1.0' encoding='ISO-8859-1'?>" + plain
        return [
            ("UTF-8", Array(plain.utf8)),
            ("UTF-8 with a byte order mark", [0xEF, 0xBB, 0xBF] + Array(plain.utf8)),
            ("UTF-8 declared", Array(("<?xml version='1.0' encoding='utf-8'?>\n" + plain + "\n").utf8)),
            ("UTF-16, little end first", utf16(plain, bigEndian: false)),
            ("UTF-16, big end first", utf16(plain, bigEndian: true)),
            ("UTF-16 declared", utf16("<?xml version='1.0' encoding='UTF-16'?>" + plain, bigEndian: false)),
            ("ISO-8859-1", latin.unicodeScalars.map { UInt8($0.value) }),
        ]
    }()

    @Test(arguments: documents)
    func `however the bytes are split, the events are the same`(encoding: String, document: [UInt8]) throws {
        let whole = try events(of: [document[...]])
        #expect(whole.contains("text \n é ") && whole.contains("section  ]] <b> "))
        for split in document.indices {
            #expect(try events(of: [document[..<split], document[split...]]) == whole, "split at \(split)")
        }
        #expect(try events(of: document.indices.map { document[$0...$0] }) == whole)
    }

    @Test(arguments: documents)
    func `a document that stops half-way is not well-formed`(encoding: String, document: [UInt8]) throws {
        let end = try #require(document.lastIndex(of: UInt8(ascii: ">")))
        for length in 0..<end {
            guard case .notWellFormed = refusal(of: Array(document[..<length])) else {
                Issue.record("\(encoding) cut off at \(length) was read")
                return
            }
        }
    }

    @Test func `a text of twenty megabytes comes in small pieces`() throws {
        let parser = PushParser(vocabulary: vocabulary)
        var total = 0
        var largest = 0
        func take(_ event: XMLEvent) {
            guard case .text(let piece) = event else { return }
            total += piece.count
            largest = max(largest, piece.count)
        }
        let megabyte = [UInt8](repeating: UInt8(ascii: "A"), count: 1 << 20)
        try Array("<a>".utf8).withUnsafeBytes { try parser.feed($0, take) }
        for _ in 0..<20 { try megabyte.withUnsafeBytes { try parser.feed($0, take) } }
        try Array("</a>".utf8).withUnsafeBytes { try parser.feed($0, take) }
        try parser.finish(take)
        #expect(total == 20 << 20)
        #expect(largest <= 1 << 17)
    }

    @Test func `what the closure throws ends the parse, and is thrown again after that`() throws {
        struct Enough: Error {}
        let parser = PushParser(vocabulary: vocabulary)
        var count = 0
        func take(_ event: XMLEvent) throws {
            count += 1
            if count == 2 { throw Enough() }
        }
        let document = Array("<a><a/><a/><a/></a>".utf8)
        #expect(throws: Enough.self) { try document.withUnsafeBytes { try parser.feed($0, take) } }
        #expect(throws: Enough.self) { try document.withUnsafeBytes { try parser.feed($0, take) } }
        #expect(throws: Enough.self) { try parser.finish(take) }
        #expect(count == 2)
    }

    @Test func `a value that is a name is resolved where it stands`() throws {
        var resolved: [QualifiedName?] = []
        let parser = PushParser(vocabulary: vocabulary)
        let document = Array(#"<a xmlns="urn:d" xmlns:p="urn:1"><b xmlns:p="urn:2"/><b xmlns=""/></a>"#.utf8)
        try document.withUnsafeBytes { bytes in
            try parser.feed(bytes) { event in
                guard case .start(let tag) = event else { return }
                resolved += [tag.resolve("p:n"), tag.resolve("n"), tag.resolve("q:n")]
            }
        }
        #expect(
            resolved == [
                QualifiedName("n", in: "urn:1"), QualifiedName("n", in: "urn:d"), nil,
                QualifiedName("n", in: "urn:2"), QualifiedName("n", in: "urn:d"), nil,
                QualifiedName("n", in: "urn:1"), QualifiedName("n", in: ""), nil,
            ])
    }

    @Test func `parsers work beside each other`() async throws {
        let document = "<a>" + String(repeating: "<b xmlns='urn:x'>text</b>", count: 200) + "</a>"
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<50 { group.addTask { try events(of: document).count } }
            for try await count in group { #expect(count == 602) }
        }
    }
}
