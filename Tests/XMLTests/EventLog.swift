import XML

/// The names that the test documents know; everything else is unknown to the parser.
let vocabulary = [
    QualifiedName("a", in: nil), QualifiedName("b", in: "urn:x"), QualifiedName("c", in: "urn:x"),
]

/// Reads a document in pieces and answers what was met, adjoining text joined.
func events(of pieces: [ArraySlice<UInt8>]) throws -> [String] {
    var log: [String] = []
    var text: [UInt8] = []
    func flush() {
        if !text.isEmpty { log.append("text " + String(decoding: text, as: UTF8.self)) }
        text = []
    }
    func take(_ event: XMLEvent) {
        switch event {
        case .start(let tag):
            flush()
            let name = tag.known.map { vocabulary[$0].localName } ?? "?"
            log.append(
                (["start \(name)"] + tag.attributes.map { "\($0.name.localName)=\($0.value)" }).joined(
                    separator: " "))
        case .end:
            flush()
            log.append("end")
        case .text(let piece): text += piece
        case .section(let piece):
            flush()
            log.append("section " + String(decoding: piece, as: UTF8.self))
        }
    }
    let parser = PushParser(vocabulary: vocabulary)
    for piece in pieces {
        try piece.withUnsafeBytes { try parser.feed($0, take) }
    }
    try parser.finish(take)
    return log
}

func events(of document: String) throws -> [String] {
    try events(of: [Array(document.utf8)[...]])
}

/// What the document is refused with; nil when it is read to its end.
func refusal(of document: [UInt8]) -> XMLError? {
    do {
        _ = try events(of: [document[...]])
        return nil
    } catch {
        return error as? XMLError
    }
}

func refusal(of document: String) -> XMLError? {
    refusal(of: Array(document.utf8))
}

func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
    ("\u{FEFF}" + text).utf16.flatMap { unit in
        let bytes = [UInt8(unit >> 8), UInt8(unit & 255)]
        return bigEndian ? bytes : bytes.reversed()
    }
}
