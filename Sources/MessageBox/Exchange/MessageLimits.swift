/// How long a text of a message may be, in Unicode scalars as XML Schema counts them: eighty scalars that
/// show as forty letters are eighty.
public struct TextLimit: Hashable, Sendable {
    public let minimum: Int
    /// Nil where the schema sets none.
    public let maximum: Int?

    init(_ range: ClosedRange<Int>) {
        minimum = range.lowerBound
        maximum = range.upperBound
    }

    init(_ range: PartialRangeFrom<Int>) {
        minimum = range.lowerBound
        maximum = nil
    }

    public func admits(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { admits(scalarCount: $0.scalarCount) }
    }

    public func admits(scalarCount: Int) -> Bool {
        scalarCount >= minimum && maximum.map { scalarCount <= $0 } ?? true
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The Unicode scalars in these bytes of UTF-8: all bytes but those that continue a scalar. Going through
    /// bytes is several times faster than through scalars.
    var scalarCount: Int {
        reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
    }
}

/// The limits of a delivery, the same for the XML and the JSON interface. Those of texts and counts are the
/// facets of `batch-request.xsd` and `batch-request-types.xsd`, under the names of its elements.
public enum MessageLimits {
    /// `BerichtLeverancierID`.
    public static let supplierID = TextLimit(1...25)
    /// `BerichtType`.
    public static let typeCode = TextLimit(1...8)
    /// `Onderwerp`.
    public static let subject = TextLimit(1...50)
    /// `BerichtTekst`, which may be absent.
    public static let text = TextLimit(0...4_000)
    /// `Referentie`, which may be absent.
    public static let reference = TextLimit(0...25)
    /// `GebruikerID`.
    public static let recipient = TextLimit(1...)
    /// `Omschrijving` of an attachment.
    public static let attachmentDescription = TextLimit(1...128)
    /// `Bericht` in one batch; at least one.
    public static let messagesInBatch = 1_000
    /// `Bijlage` in one message.
    public static let attachments = 2
}
