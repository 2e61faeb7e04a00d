import CivilTime
import XML

/// The values of XML Schema's simple types, read from the bytes of a text.
///
/// The schema collapses white space around dates and whole numbers. libxml2 2.9 forgets that and refuses it;
/// this follows the schema, since other systems check by it before they send.
enum LexicalValue {
    /// `xs:dateTime`. A year beyond those that can be reckoned with becomes the nearest that can: valid for
    /// the schema, and for every rule about dates as far ahead or back as can be.
    static func moment(_ bytes: [UInt8]) -> Instant? {
        let value = collapsed(bytes)
        guard XSDDateTime.isValid(value) else { return nil }
        if let moment = Instant(xsdDateTime: value) { return moment }
        let isPast = value.first == UInt8(ascii: "-") || isBeforeReckoning(value)
        return isPast ? earliest : latest
    }

    private static func isBeforeReckoning(_ value: ArraySlice<UInt8>) -> Bool {
        let year = value.prefix { $0 != UInt8(ascii: "-") }
        return year.count == 4 && String(decoding: year, as: UTF8.self) < "\(XSDDateTime.years.lowerBound)"
    }

    private static let earliest = Instant(seconds: -2_208_988_800)
    private static let latest = Instant(seconds: 7_289_568_000)

    /// `xs:int`: a sign, digits with any zeros in front, 32 bits or a narrower type's range.
    static func integer(_ bytes: [UInt8], in range: IntegerRange?) -> Int32? {
        var digits = collapsed(bytes)
        let isNegative = digits.first == UInt8(ascii: "-")
        if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
        guard !digits.isEmpty else { return nil }
        var magnitude: Int64 = 0
        for digit in digits {
            guard digit >= 0x30, digit <= 0x39, magnitude <= Int64(Int32.max) + 1 else { return nil }
            magnitude = magnitude * 10 + Int64(digit - 0x30)
        }
        let number = isNegative ? -magnitude : magnitude
        guard range?.contains(number) ?? true else { return nil }
        return Int32(exactly: number)
    }

    /// The pattern of the schema's type `guid`, in which `\d` is a digit of any script: valid, though not a
    /// ``SupplierGUID``.
    static func isSchemaGUID(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == 36 else { return false }
        return scalars.enumerated().allSatisfy { index, scalar in
            if index == 8 || index == 13 || index == 18 || index == 23 { return scalar == "-" }
            return ("a"..."f").contains(scalar) || ("A"..."F").contains(scalar)
                || XMLCharacter.isSchemaDigit(scalar)
        }
    }

    static func isBlank(_ bytes: [UInt8]) -> Bool {
        bytes.allSatisfy(XMLCharacter.isWhitespace)
    }

    private static func collapsed(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
        var value = bytes.drop(while: XMLCharacter.isWhitespace)
        while let last = value.last, XMLCharacter.isWhitespace(last) { value.removeLast() }
        return value
    }
}
