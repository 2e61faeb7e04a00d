/// A file to open or keep, with its kind and size said before it is fetched.
public struct FileLink: Component {
    let name: String
    let location: Location
    let kind: String
    let sizeBytes: Int

    /// - Parameter kind: such as "PDF".
    public init(_ name: String, _ location: Location, kind: String, sizeBytes: Int) {
        self.name = name
        self.location = location
        self.kind = kind
        self.sizeBytes = sizeBytes
    }

    public func write(to html: inout HTML) {
        html.element(.a, .class("file-link"), .href(location)) { html in
            html.element(.span, .class("file-link__name"), text: name)
            html.text(" ")
            html.element(
                .span, .class("file-link__size"), text: "(\(kind), \(html.strings.size(bytes: sizeBytes)))")
        }
    }
}
