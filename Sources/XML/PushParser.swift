import CLibXML2

/// A parser that is fed pieces of a document as they arrive and hands on what it meets.
///
/// No tree is built: memory is bounded by ``XMLLimit`` whatever the length of the document. Text is delivered
/// in pieces, however long. A DOCTYPE or an entity of the document's own ends the parse, nothing outside the
/// document is ever read, and what is wrong is thrown, once and again at each later call.
///
///     let parser = PushParser(vocabulary: [QualifiedName("Berichten", in: namespace)])
///     try parser.feed(bytes) { event in … }
///     try parser.finish { event in … }
///
/// One parser reads one document and stays with one task at a time.
public final class PushParser {
    let context: xmlParserCtxtPtr
    private let vocabulary: [KnownName]
    private var consume: ((XMLEvent) throws -> Void)?
    var failure: (any Error)?
    private var depth = 0

    /// libxml2 wants to be initialised before threads use it.
    private static let initialised: Void = xmlInitParser()

    /// The bytes given to libxml2 at once: large enough to be fast, and the most that is parsed after a
    /// failure.
    private static let sliceBytes = 65_536

    public init(vocabulary names: [QualifiedName]) {
        Self.initialised
        peil_xml_silence_this_thread()
        var callbacks = Self.callbacks()
        guard let context = xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil),
            let dictionary = context.pointee.dict
        else {
            fatalError("libxml2 has no memory for a parser")
        }
        // HUGE lifts the limit on the length of one text; the limits it lifts along with that are in
        // XMLLimit. NOENT resolves `&amp;` in attributes; entities of the document itself never get that far.
        let options =
            XML_PARSE_HUGE.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue
        xmlCtxtUseOptions(context, Int32(bitPattern: options))
        vocabulary = names.map { KnownName($0, in: dictionary) }
        xmlDictSetLimit(dictionary, XMLLimit.namesBytesMaximum)
        self.context = context
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit {
        xmlFreeParserCtxt(context)
    }

    /// Where the parser is: during an event, just after what the event tells of.
    public var position: XMLPosition {
        guard let input = context.pointee.input else { return XMLPosition(line: 1, column: 1) }
        return XMLPosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
    }

    /// Parses the next piece. Throws ``XMLError``, or what the closure throws.
    public func feed(_ bytes: UnsafeRawBufferPointer, _ consume: (XMLEvent) throws -> Void) throws {
        try consuming(with: consume) {
            var rest = bytes[...]
            while failure == nil, !rest.isEmpty {
                let slice = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.sliceBytes))
                parse(slice.bindMemory(to: CChar.self), isLast: false)
                rest = rest.dropFirst(slice.count)
            }
        }
    }

    /// Ends the document. A document that stops half-way is not well-formed.
    public func finish(_ consume: (XMLEvent) throws -> Void) throws {
        try consuming(with: consume) {
            if failure == nil { parse(UnsafeBufferPointer(start: nil, count: 0), isLast: true) }
        }
    }

    private func consuming(with consume: (XMLEvent) throws -> Void, _ parse: () -> Void) throws {
        peil_xml_silence_this_thread()
        withoutActuallyEscaping(consume) { consume in
            self.consume = consume
            parse()
            self.consume = nil
        }
        if let failure { throw failure }
    }

    private func parse(_ slice: UnsafeBufferPointer<CChar>, isLast: Bool) {
        xmlParseChunk(context, slice.baseAddress, Int32(slice.count), isLast ? 1 : 0)
        guard failure == nil else { return }
        if context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0 {
            fail(with: XMLError.notWellFormed(position, reason: "the document cannot be read"))
        } else if let input = context.pointee.input,
            input.pointee.end - input.pointee.cur > XMLLimit.markupBytesMaximum
        {
            fail(with: XMLError.beyondLimit(.markup, position))
        }
    }

    // MARK: What libxml2 calls

    // A failure does not stop libxml2 from within its own callback, where it may still hold pointers into its
    // buffer: the rest of the slice is parsed without events, and nothing after it.

    func start(
        _ localName: UnsafePointer<xmlChar>?, _ namespace: UnsafePointer<xmlChar>?, declarations: Int,
        attributes: Int, _ pointers: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        depth += 1
        guard failure == nil else { return }
        if depth > XMLLimit.depthMaximum {
            return fail(with: XMLError.beyondLimit(.depth, position))
        }
        if declarations + attributes > XMLLimit.attributesMaximum {
            return fail(with: XMLError.beyondLimit(.attributes, position))
        }
        let known = vocabulary.firstIndex { $0.localName == localName && $0.namespace == namespace }
        deliver(
            .start(
                StartTag(known: known, attributeCount: attributes, pointers: pointers, context: context)))
    }

    func end() {
        depth -= 1
        deliver(.end)
    }

    func text(_ bytes: UnsafePointer<xmlChar>?, count: Int32) {
        deliver(.text(UnsafeBufferPointer(start: bytes, count: Int(count))))
    }

    func section(_ bytes: UnsafePointer<xmlChar>?, count: Int32) {
        deliver(.section(UnsafeBufferPointer(start: bytes, count: Int(count))))
    }

    private func deliver(_ event: XMLEvent) {
        guard failure == nil, let consume else { return }
        do {
            try consume(event)
        } catch {
            fail(with: error)
        }
    }

    func fail(with error: any Error) {
        if failure == nil { failure = error }
    }
}

/// A name as libxml2 holds it: its dictionary keeps one copy of each string, so equal names are equal
/// pointers.
private struct KnownName {
    let localName: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?

    init(_ name: QualifiedName, in dictionary: OpaquePointer) {
        localName = xmlDictLookup(dictionary, name.localName, -1)
        namespace = name.namespace.flatMap { xmlDictLookup(dictionary, $0, -1) }
    }
}
