import CLibXML2

extension PushParser {
    /// The table of functions that libxml2 calls, each with the parser as its first argument.
    static func callbacks() -> xmlSAXHandler {
        var table = xmlSAXHandler()
        table.initialized = UInt32(XML_SAX2_MAGIC)
        table.startElementNs = { parser, localName, _, namespace, declarations, _, attributes, _, pointers in
            PushParser.from(parser)?.start(
                localName, namespace, declarations: Int(declarations), attributes: Int(attributes), pointers)
        }
        table.endElementNs = { parser, _, _, _ in PushParser.from(parser)?.end() }
        table.characters = { parser, bytes, count in PushParser.from(parser)?.text(bytes, count: count) }
        table.ignorableWhitespace = table.characters
        table.cdataBlock = { parser, bytes, count in PushParser.from(parser)?.section(bytes, count: count) }
        table.internalSubset = { parser, _, _, _ in PushParser.from(parser)?.refuseDocumentType() }
        table.getEntity = { parser, _ in
            PushParser.from(parser)?.refuseDocumentType()
            return nil
        }
        table.serror = { parser, error in
            guard let error else { return }
            PushParser.from(parser)?.report(error.pointee)
        }
        return table
    }

    private static func from(_ pointer: UnsafeMutableRawPointer?) -> PushParser? {
        pointer.map { Unmanaged<PushParser>.fromOpaque($0).takeUnretainedValue() }
    }

    private func refuseDocumentType() {
        fail(with: XMLError.documentTypeNotAllowed(position))
    }

    /// The first error is the cause; what follows it often is not. Warnings are not errors.
    private func report(_ error: xmlError) {
        guard failure == nil, error.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
        let place = XMLPosition(line: Int(error.line), column: Int(error.int2))
        if context.pointee.dict.map({ xmlDictGetUsage($0) >= XMLLimit.namesBytesMaximum / 2 }) == true {
            return fail(with: XMLError.beyondLimit(.names, place))
        }
        fail(with: XMLError.notWellFormed(place, reason: sanitised(error)))
    }
}

/// libxml2's message without what it quotes from the document: its first line, each quoted string replaced by
/// dots.
private func sanitised(_ error: xmlError) -> String {
    guard let message = error.message else { return "error \(error.code)" }
    var line = firstLine(message)
    for quoted in [error.str1, error.str2, error.str3] {
        guard let quoted else { continue }
        line = line.replacing(firstLine(quoted), with: Array("…".utf8))
    }
    return String(decoding: line, as: UTF8.self)
}

/// The bytes up to the first line end; no message is longer than the limit unless it quotes.
private func firstLine(_ text: UnsafePointer<CChar>) -> [UInt8] {
    var line: [UInt8] = []
    while line.count < 500, text[line.count] != 0, text[line.count] != CChar(bitPattern: UInt8(ascii: "\n")) {
        line.append(UInt8(bitPattern: text[line.count]))
    }
    return line
}

extension Array<UInt8> {
    /// Replaces the quoted string wherever it stands as a word, so that an element `a` leaves "a tag"
    /// readable.
    fileprivate func replacing(_ quoted: [UInt8], with dots: [UInt8]) -> [UInt8] {
        guard !quoted.isEmpty else { return self }
        var result: [UInt8] = []
        var place = 0
        while place < count {
            let end = place + quoted.count
            let isWord = !isLetter(at: place - 1) && !isLetter(at: end)
            if isWord, self[place...].starts(with: quoted) {
                result += dots
                place = end
            } else {
                result.append(self[place])
                place += 1
            }
        }
        return result
    }

    private func isLetter(at place: Int) -> Bool {
        guard indices.contains(place) else { return false }
        return (0x61...0x7A).contains(self[place] | 0x20)
    }
}
