/// The first thing on every page: takes a keyboard past the header to the content. Seen when it has the
/// focus.
public struct SkipLink: Component {
    /// The id of the element that holds the content.
    public static let contentID = "inhoud"

    public init() {}

    public func write(to html: inout HTML) {
        let words = html.strings.skipToContent
        html.element(.a, .class("skip-link"), .href(.fragment(Self.contentID)), text: words)
    }
}
