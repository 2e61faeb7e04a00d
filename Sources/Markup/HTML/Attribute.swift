/// An attribute with its value. Names come from closed lists: there are no event attributes and no `style`,
/// and an attribute that holds an address takes a `Location`, so that no text from outside becomes a link.
public struct Attribute: Sendable {
    private enum Kind: Sendable {
        case text(Name, String)
        case classes([StaticString])
        case address(AddressName, Location)
        case flag(Flag)
        case nothing
    }

    private let kind: Kind

    /// Attributes whose value is text.
    public enum Name: String, Sendable {
        case id, lang, name, value, type, method, role, scope, title, rel, media, content, charset, datetime
        case autocomplete, inputmode, maxlength, rows, tabindex, hreflang, translate
        case forId = "for"
        case dataLabel = "data-label"
        case dataTheme = "data-theme"
        case dataDevice = "data-device"
        case ariaLabel = "aria-label"
        case ariaLabelledBy = "aria-labelledby"
        case ariaDescribedBy = "aria-describedby"
        case ariaCurrent = "aria-current"
        case ariaInvalid = "aria-invalid"
        case ariaHidden = "aria-hidden"
        case ariaSort = "aria-sort"
        case ariaLive = "aria-live"
        // Drawing
        case x, y, x1, x2, y1, y2, width, height, focusable
        case textAnchor = "text-anchor"
    }

    /// Attributes whose value is an address.
    public enum AddressName: String, Sendable {
        case href, action, src
    }

    /// Attributes that are there or not.
    public enum Flag: String, Sendable {
        case checked, disabled, open, required, selected, novalidate, download, hidden, `defer`
    }

    public static func set(_ name: Name, _ value: String) -> Attribute {
        Attribute(kind: .text(name, value))
    }

    /// The attribute only where there is a value.
    public static func set(_ name: Name, ifPresent value: String?) -> Attribute {
        value.map { .set(name, $0) } ?? .nothing
    }

    public static func id(_ value: String) -> Attribute {
        .set(.id, value)
    }

    /// Class names are literals of the source: what a page looks like never depends on data directly.
    public static func `class`(_ names: StaticString...) -> Attribute {
        Attribute(kind: .classes(names))
    }

    public static func href(_ location: Location) -> Attribute {
        Attribute(kind: .address(.href, location))
    }

    public static func action(_ location: Location) -> Attribute {
        Attribute(kind: .address(.action, location))
    }

    static func src(_ location: Location) -> Attribute {
        Attribute(kind: .address(.src, location))
    }

    public static func flag(_ flag: Flag, if present: Bool = true) -> Attribute {
        present ? Attribute(kind: .flag(flag)) : .nothing
    }

    /// Writes nothing: the other branch of a condition.
    public static let nothing = Attribute(kind: .nothing)

    func write(to html: inout HTML) {
        switch kind {
        case .text(let name, let value): write(name.rawValue, value, to: &html)
        case .classes(let names): write(names, to: &html)
        case .address(let name, let location): write(name.rawValue, location.text, to: &html)
        case .flag(let flag):
            html.append(UInt8(ascii: " "))
            html.append(flag.rawValue)
        case .nothing: break
        }
    }

    private func write(_ name: String, _ value: String, to html: inout HTML) {
        html.append(UInt8(ascii: " "))
        html.append(name)
        html.append("=\"" as StaticString)
        html.escape(value)
        html.append(UInt8(ascii: "\""))
    }

    private func write(_ classes: [StaticString], to html: inout HTML) {
        html.append(" class=\"" as StaticString)
        for (index, name) in classes.enumerated() {
            if index > 0 { html.append(UInt8(ascii: " ")) }
            html.append(name)
        }
        html.append(UInt8(ascii: "\""))
    }
}
