import Markup

/// What one page shows between header and footer: plain values in, HTML out. It asks nothing of anyone, so a
/// page can be looked at with any values.
protocol View: Sendable {
    /// The title of the page, also the one in the browser's tab.
    func title(in strings: Strings) -> String
    /// How wide the content runs.
    var width: PageWidth { get }
    /// Writes the content of `main`, its heading of level 1 included.
    func write(to html: inout HTML)
}

/// How wide the content of a page runs.
enum PageWidth: Sendable {
    /// Something to read, in lines of a readable length.
    case reading
    /// Tables and drawings.
    case wide
}

extension HTML {
    /// Parts below one another with equal space between them.
    mutating func stack(_ content: (inout HTML) -> Void) {
        element(.div, .class("stack"), content: content)
    }

    /// Sentences as a list.
    mutating func list(_ items: [String]) {
        element(.ul, .class("list")) { html in
            for item in items { html.element(.li, text: item) }
        }
    }
}
