/// What the parser met. Names and bytes are only valid during the call that delivers the event.
public enum XMLEvent {
    case start(StartTag)
    case end
    /// A piece of text in UTF-8, references resolved; one text may come in many pieces.
    case text(UnsafeBufferPointer<UInt8>)
    /// A piece of a CDATA section, which may be empty. Text to most; schemas allow it no place between
    /// elements.
    case section(UnsafeBufferPointer<UInt8>)
}
