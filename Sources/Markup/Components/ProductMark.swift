/// The picture of the product: a basin filled up to a line. Always beside its name, so it is silent to a
/// screen reader.
public struct ProductMark: Component {
    public init() {}

    /// Where the browser fetches the picture for its tab.
    public static let iconLocation = Location("peil.svg")

    /// That picture as a file of its own, `image/svg+xml`. It stands on whatever colour the browser has, so
    /// it brings its own.
    public static let icon: String = {
        let (paper, ink) = (Brand.paper.rawValue, Brand.ink.rawValue)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28">\
            <rect x="2" y="2" width="24" height="24" rx="3" fill="\(paper)" stroke="\(ink)" \
            stroke-width="2"/>\
            <rect x="4" y="13" width="20" height="11" rx="1" fill="\(Brand.channel.rawValue)"/>\
            <rect y="11" width="28" height="2" fill="\(Brand.rust.rawValue)"/></svg>
            """
    }()

    public func write(to html: inout HTML) {
        html.literal(
            """
            <svg class="product-mark" width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" \
            focusable="false">\
            <rect class="product-mark__basin" x="2" y="2" width="24" height="24" rx="3"/>\
            <rect class="product-mark__water" x="4" y="13" width="20" height="11" rx="1"/>\
            <rect class="product-mark__line" x="0" y="11" width="28" height="2"/></svg>
            """)
    }
}
