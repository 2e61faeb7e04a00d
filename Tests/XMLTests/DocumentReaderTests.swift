import Testing
import XML

/// A small vocabulary: a library card with a name, books, and a note that may be left out or say nothing.
private enum Card: String, DocumentElement {
    case card, remarks, name, books, book, note

    var name: QualifiedName { QualifiedName(rawValue, in: "urn:card") }

    var content: ElementContent<Card> {
        switch self {
        case .card: .sequence([.optional(.remarks), .one(.name), .one(.books), .optional(.note)])
        case .remarks: .anything
        case .books: .sequence([.any(.book)])
        case .name, .book, .note: .text(bytesLimit: 20)
        }
    }

    var attributes: AttributeRule {
        switch self {
        case .card, .remarks: .any
        case .note, .books: .nillable(type: QualifiedName("text", in: "urn:card"))
        case .name, .book: .none(type: nil)
        }
    }
}

@Suite struct DocumentReaderTests {
    private func read(_ content: String, pieces: Int = 1_000) throws -> [String] {
        let text =
            #"<c:card xmlns:c="urn:card" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">"#
            + content + "</c:card>"
        return try readWhole(text, pieces: pieces)
    }

    private func readWhole(_ text: String, pieces: Int = 1_000) throws -> [String] {
        let reader = DocumentReader(root: Card.card)
        var log: [String] = []
        let take: (DocumentReader<Card>.Event) -> Void = { event in
            switch event {
            case .begun(let card): log.append("+\(card)")
            case .value(let card, let text): log.append("\(card)=\(text ?? "nil")")
            case .foreign(let attributes): log.append("foreign \(attributes.map(\.value))")
            case .ended(let card, let isNil): log.append(isNil ? "-\(card) nil" : "-\(card)")
            }
        }
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: pieces) {
            try bytes[start..<min(start + pieces, bytes.count)].withUnsafeBytes { try reader.feed($0, take) }
        }
        try reader.finish(take)
        return log
    }

    @Test(arguments: [1, 7, 1_000])
    func `values come in order, in whatever pieces the bytes arrive`(_ pieces: Int) throws {
        let log = try read(
            "<c:name>A&amp;B<![CDATA[&]]></c:name>\n <c:books><c:book>x</c:book><c:book/></c:books>",
            pieces: pieces)
        #expect(
            log == [
                "+card", "+name", "name=A&B&", "+books", "+book", "book=x", "+book", "book=", "-books",
                "-card",
            ])
    }

    @Test func `an element may say that it has nothing, where the schema lets it`() throws {
        let log = try read(#"<c:name/><c:books i:nil=" true"/>"#)
        #expect(log.contains("-books nil"))
        #expect(try read(#"<c:name/><c:books i:nil="0"/><c:note i:nil="1"/>"#).contains("note=nil"))
    }

    @Test func `what may hold anything is passed over, its own elements shown by their attributes`() throws {
        let log = try read(
            #"<c:remarks><x a="1"><name b="2"/></x><c:name a="3">no</c:name></c:remarks><c:name/><c:books/>"#)
        #expect(log.filter { $0.hasPrefix("foreign") } == [#"foreign ["1"]"#, #"foreign ["3"]"#])
        #expect(log.filter { $0.hasPrefix("name") } == ["name="])
    }

    @Test(
        arguments: [
            ("<c:books/>", .missingElement), ("<c:name/>", .missingElement),
            ("<c:books/><c:name/>", .missingElement), ("<c:name/><c:name/><c:books/>", .unexpectedElement),
            ("<c:name/><c:books/><c:name/>", .unexpectedElement),
            ("<c:name/><c:books/><c:colour/>", .unexpectedElement),
            ("<name/><c:books/>", .unexpectedElement),
            ("<c:name><c:book/></c:name><c:books/>", .unexpectedElement),
            ("<c:name/><c:books/>text", .unexpectedText),
            ("<c:name/><![CDATA[]]><c:books/>", .unexpectedText),
            (#"<c:name a="1"/><c:books/>"#, .unexpectedAttribute),
            (#"<c:name i:nil="true"/><c:books/>"#, .unexpectedAttribute),
            (#"<c:name/><c:books i:nil="yes"/>"#, .unexpectedAttribute),
            (#"<c:name/><c:books i:type="c:other"/>"#, .unexpectedAttribute),
            (#"<c:name/><c:books i:nil="1"><c:book/></c:books>"#, .unexpectedElement),
            (#"<c:name/><c:books i:nil="1"> </c:books>"#, .unexpectedText),
            (#"<c:name/><c:books i:nil="1 1"/>"#, .unexpectedAttribute),
            (#"<c:name/><c:books/><c:note i:nil="1">x</c:note>"#, .unexpectedText),
            ("<c:name>123456789012345678901</c:name><c:books/>", .textTooLong),
            ("<c:name>", .notWellFormed),
        ] as [(String, DocumentFault.Reason)])
    func `what is not as the schema has it ends the reading`(
        _ content: String, _ reason: DocumentFault.Reason
    ) throws {
        let fault = #expect(throws: DocumentFault.self) { try read(content) }
        #expect(fault?.reason == reason)
        #expect(fault?.detail?.contains("123") != true)
    }

    @Test(
        arguments: [
            ("<card/>", .wrongRoot), (#"<name xmlns="urn:card"/>"#, .wrongRoot), ("", .notWellFormed),
            ("<!DOCTYPE card><card/>", .documentTypeNotAllowed),
            (String(repeating: "<a>", count: 70), .wrongRoot),
        ] as [(String, DocumentFault.Reason)])
    func `another document is refused as such`(_ text: String, _ reason: DocumentFault.Reason) throws {
        let fault = #expect(throws: DocumentFault.self) { try readWhole(text) }
        #expect(fault?.reason == reason)
    }

    @Test func `the declared type may be named`() throws {
        #expect(try read(#"<c:name/><c:books i:type="c:text"/>"#).contains("-books"))
    }
}
