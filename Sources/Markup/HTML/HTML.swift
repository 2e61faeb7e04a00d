/// HTML under construction: one growing buffer of bytes to which elements, text and components are appended.
///
/// What comes from outside can only enter through `text` and attribute values, which are escaped; markup as
/// such only from literals in the source. So a page is safe by its types, and no template can forget to
/// escape.
///
/// ```swift
/// html.element(.p, .class("paragraph")) { html in
///     html.text(message.subject)
/// }
/// ```
public struct HTML: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// The words of the language that the page is written in; components take theirs from here.
    public let strings: Strings

    /// A list page of 25 rows takes about 20 kB: room for it, so that the buffer rarely has to move.
    private static let usualSize = 32_768

    /// An empty buffer with room for a page in the given language.
    public init(in language: Language = .dutch) {
        strings = Strings(language)
        bytes.reserveCapacity(Self.usualSize)
    }

    /// Everything written so far, as text.
    public var description: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Writes an element with what the closure puts in it; the end tag follows of itself.
    public mutating func element(
        _ tag: Tag, _ attributes: Attribute..., content: (inout HTML) -> Void
    ) {
        open(tag, attributes)
        content(&self)
        close(tag)
    }

    /// Writes an element that holds text only.
    public mutating func element(_ tag: Tag, _ attributes: Attribute..., text: String) {
        open(tag, attributes)
        self.text(text)
        close(tag)
    }

    /// Writes an element that never has content, such as a form field.
    public mutating func void(_ tag: VoidTag, _ attributes: Attribute...) {
        append(UInt8(ascii: "<"))
        append(tag.rawValue)
        write(attributes)
        append(UInt8(ascii: ">"))
    }

    /// Has the browser run a file of this site once the page is there. Never text: there is no script within
    /// a page.
    public mutating func script(_ file: Location) {
        append("<script" as StaticString)
        write([.src(file), .flag(.`defer`)])
        append("></script>" as StaticString)
    }

    /// Writes a component at this place.
    public mutating func add(_ component: some Component) {
        component.write(to: &self)
    }

    /// Writes text; whatever it holds, it stays text.
    public mutating func text(_ text: String) {
        escape(text)
    }

    /// Writes markup as it stands. A literal of the source and nothing else: the compiler sees to it.
    public mutating func literal(_ markup: StaticString) {
        append(markup)
    }

    private mutating func open(_ tag: Tag, _ attributes: [Attribute]) {
        append(UInt8(ascii: "<"))
        append(tag.rawValue)
        write(attributes)
        append(UInt8(ascii: ">"))
    }

    private mutating func close(_ tag: Tag) {
        append(UInt8(ascii: "<"))
        append(UInt8(ascii: "/"))
        append(tag.rawValue)
        append(UInt8(ascii: ">"))
    }

    private mutating func write(_ attributes: [Attribute]) {
        for attribute in attributes {
            attribute.write(to: &self)
        }
    }
}

extension HTML {
    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Writes text with the five characters that mean something to HTML replaced.
    ///
    /// It looks at bytes, never at `Character`s: a quote followed by a combining accent is one `Character`
    /// that equals no quote, yet the browser sees the quote. In UTF-8 none of the five bytes occurs within
    /// another character.
    mutating func escape(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated() {
                guard let replacement = replacement(of: byte) else { continue }
                bytes.append(contentsOf: utf8[start..<index])
                append(replacement)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
    }

    private func replacement(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        default: nil
        }
    }
}
