/// Reads a document of a known shape as its bytes come in, in bounded memory, and hands on its values. What
/// is not as the schema has it ends the reading.
///
///     let reader = DocumentReader(root: RequestElement.request)
///     try reader.feed(bytes) { event in … }
///     try reader.finish { event in … }
///
/// One reader reads one document and stays with one task at a time.
public final class DocumentReader<Element: DocumentElement> {
    public enum Event {
        case begun(Element)
        /// The text of an element, whole; nil where it says that it has none (`xsi:nil`).
        case value(Element, String?)
        /// An element of its own vocabulary within one that may hold anything.
        case foreign(attributes: [(name: QualifiedName, value: String)])
        /// An element with children has ended; `isNil` where it said that it has none.
        case ended(Element, isNil: Bool)
    }

    private let parser = PushParser(vocabulary: Element.allCases.map(\.name))
    private let elements = Array(Element.allCases)
    private let root: Element
    private var open: [OpenPart<Element>] = []
    private var hasRoot = false
    /// How deep the reading is within elements that are passed over.
    private var passedOver = 0

    public init(root: Element) {
        self.root = root
    }

    /// Throws ``DocumentFault``, or what the closure throws.
    public func feed(_ bytes: UnsafeRawBufferPointer, _ consume: (Event) throws -> Void) throws {
        try naming { try parser.feed(bytes) { try take($0, consume) } }
    }

    /// Ends the document; one that stops half-way is not well-formed.
    public func finish(_ consume: (Event) throws -> Void) throws {
        try naming { try parser.finish { try take($0, consume) } }
    }

    private func naming(_ read: () throws -> Void) throws {
        do {
            try read()
        } catch let error as XMLError {
            throw DocumentFault(error)
        }
    }

    private func take(_ event: XMLEvent, _ consume: (Event) throws -> Void) throws {
        switch event {
        case .start(let tag): try start(tag, consume)
        case .text(let piece): try text(piece, isSection: false)
        case .section(let piece): try text(piece, isSection: true)
        case .end: try end(consume)
        }
    }

    private func start(_ tag: StartTag, _ consume: (Event) throws -> Void) throws {
        if passedOver > 0 {
            passedOver += 1
            return
        }
        let element = tag.known.map { elements[$0] }
        guard var parent = open.popLast() else {
            guard !hasRoot, element == root else { throw fault(.wrongRoot) }
            hasRoot = true
            return try enter(root, tag, consume)
        }
        if case .anything = parent.element.content {
            open.append(parent)
            passedOver = 1
            return try consume(.foreign(attributes: tag.attributes))
        }
        guard let element, !parent.isNil else {
            throw fault(.unexpectedElement, "in \(parent.element.name.localName)")
        }
        if let reason = parent.admit(element) { throw fault(reason.reason, reason.name) }
        open.append(parent)
        try enter(element, tag, consume)
    }

    private func enter(_ element: Element, _ tag: StartTag, _ consume: (Event) throws -> Void) throws {
        guard let isNil = InstanceAttributes.judge(tag, element.attributes) else {
            throw fault(.unexpectedAttribute, element.name.localName)
        }
        open.append(OpenPart(element, isNil: isNil))
        try consume(.begun(element))
    }

    private func text(_ piece: UnsafeBufferPointer<UInt8>, isSection: Bool) throws {
        guard passedOver == 0, let last = open.indices.last else { return }
        let element = open[last].element
        switch element.content {
        case .anything: return
        case .text(let limit):
            guard !open[last].isNil || piece.isEmpty else { throw fault(.unexpectedText, element) }
            guard open[last].text.count + piece.count <= limit else { throw fault(.textTooLong, element) }
            open[last].text.append(contentsOf: piece)
        case .sequence:
            // Like libxml2, no CDATA section between elements, not even an empty one; and not even white
            // space where there is nothing.
            guard !isSection, !open[last].isNil, piece.allSatisfy(XMLCharacter.isWhitespace) else {
                throw fault(.unexpectedText, element)
            }
        }
    }

    private func end(_ consume: (Event) throws -> Void) throws {
        if passedOver > 0 {
            passedOver -= 1
            return
        }
        guard let part = open.popLast() else { return }
        if !part.isNil, let missing = part.missing { throw fault(.missingElement, missing) }
        switch part.element.content {
        case .text:
            try consume(
                .value(part.element, part.isNil ? nil : String(decoding: part.text, as: UTF8.self)))
        case .sequence, .anything: try consume(.ended(part.element, isNil: part.isNil))
        }
    }

    private func fault(_ reason: DocumentFault.Reason, _ element: Element) -> DocumentFault {
        fault(reason, element.name.localName)
    }

    private func fault(_ reason: DocumentFault.Reason, _ detail: String? = nil) -> DocumentFault {
        DocumentFault(reason: reason, position: parser.position, detail: detail)
    }
}

extension DocumentFault {
    fileprivate init(_ error: XMLError) {
        let (reason, detail): (Reason, String?) =
            switch error {
            case .notWellFormed(_, let detail): (.notWellFormed, detail)
            case .documentTypeNotAllowed: (.documentTypeNotAllowed, nil)
            case .beyondLimit(let limit, _): (.beyondLimit, limit.meaning)
            }
        self.init(reason: reason, position: error.position, detail: detail)
    }
}
