/// Something that can be put on a page: it holds its parameters and writes itself.
///
/// A component is one Swift type, one CSS file of the same name and one render test, and stands on
/// `/componenten`.
public protocol Component: Sendable {
    func write(to html: inout HTML)
}

extension Component {
    /// The component by itself, as text.
    public func rendered(in language: Language = .dutch) -> String {
        var html = HTML(in: language)
        html.add(self)
        return html.description
    }
}

/// Content made on the spot, where a component takes "whatever stands here".
public struct Content: Component {
    private let writer: @Sendable (inout HTML) -> Void

    public init(_ writer: @escaping @Sendable (inout HTML) -> Void) {
        self.writer = writer
    }

    public func write(to html: inout HTML) {
        writer(&html)
    }
}
