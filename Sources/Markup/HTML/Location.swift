/// Where a link or form leads: a path on this site, or an address that stands in the source.
///
/// A text from outside can be a segment or a query value, percent-encoded; it can never choose the scheme,
/// the host or the way up the tree. So `javascript:` has no way in, and neither has a redirect to another
/// site.
public struct Location: Hashable, Sendable {
    /// As it stands in an attribute or in a `Location` header.
    public let text: String

    private init(text: String) {
        self.text = text
    }

    /// The start page.
    public static let root = Location(text: "/")

    /// A path of this site, each segment encoded: `Location("berichtenbox", id)`.
    ///
    /// A segment of dots is encoded twice, so that it names nothing rather than climbs.
    public init(_ segments: String..., query: KeyValuePairs<StaticString, String> = [:]) {
        var text = ""
        for segment in segments {
            text += "/"
            text +=
                segment == "." || segment == ".."
                ? segment.utf8.map { _ in "%252E" }.joined() : encoded(segment)
        }
        if text.isEmpty { text = "/" }
        for (index, parameter) in query.enumerated() {
            text += index == 0 ? "?" : "&"
            text += "\(parameter.key)=\(encoded(parameter.value))"
        }
        self.text = text
    }

    /// A path that came from elsewhere, such as the page to return to after signing in; nil unless it stays
    /// on this site.
    ///
    /// Refused are: no leading slash, two of them or a backslash (another host to a browser), and anything
    /// but the characters of a URL.
    public init?(path: String) {
        let bytes = Array(path.utf8)
        guard bytes.first == UInt8(ascii: "/"), bytes.count <= Self.lengthLimit else { return nil }
        guard bytes.count == 1 || bytes[1] != UInt8(ascii: "/") else { return nil }
        let allowed = Set("/?&=%#+:@!$,;".utf8)
        guard bytes.allSatisfy({ isUnreserved($0) || allowed.contains($0) }) else { return nil }
        text = path
    }

    /// The longest path taken from elsewhere, in bytes; browsers and proxies differ above 2,000.
    private static let lengthLimit = 2_000

    /// A part of a page by its id.
    public static func fragment(_ id: String) -> Location {
        Location(text: "#" + encoded(id))
    }

    /// A page of another site; the whole address stands in the source.
    public static func external(_ address: StaticString) -> Location {
        precondition(
            "\(address)".hasPrefix("https://"), "a link to another site is https: \(address)")
        return Location(text: "\(address)")
    }

    /// A new mail to an address.
    public static func mail(to address: String) -> Location {
        Location(text: "mailto:" + encoded(address, alsoAllowed: UInt8(ascii: "@")))
    }

    /// This location with one more parameter in its query; as it is where there is no value.
    public func with(_ name: StaticString, _ value: String?) -> Location {
        guard let value else { return self }
        return Location(
            text: text + (text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?") + "\(name)=" + encoded(value))
    }

    /// This location at a part of its page.
    public func at(_ id: String) -> Location {
        Location(text: text + "#" + encoded(id))
    }
}

/// Percent-encodes everything but the unreserved characters of RFC 3986 §2.3.
private func encoded(_ text: String, alsoAllowed: UInt8? = nil) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
        if isUnreserved(byte) || byte == alsoAllowed {
            bytes.append(byte)
        } else {
            bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}

private func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"):
        true
    default: false
    }
}
