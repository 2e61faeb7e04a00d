/// To what is older and what is newer. No page numbers: a list read by key has none.
public struct Pagination: Component {
    let older: Step?
    let newer: Step?
    let order: Order

    /// - Parameters:
    ///   - older: nil at the oldest.
    ///   - newer: nil at the newest.
    ///   - order: which of the two lies ahead of the reader.
    public init(older: Step?, newer: Step?, order: Order = .newestFirst) {
        self.older = older
        self.newer = newer
        self.order = order
    }

    /// A neighbouring page and what it is called.
    public struct Step: Sendable {
        let label: String
        let location: Location

        public init(_ label: String, _ location: Location) {
            self.label = label
            self.location = location
        }
    }

    /// In which order the reader goes through the pages.
    public enum Order: Sendable {
        /// Lists: onward is older.
        case newestFirst
        /// Months: onward is newer.
        case oldestFirst
    }

    public func write(to html: inout HTML) {
        let (back, onward) = order == .newestFirst ? (newer, older) : (older, newer)
        guard back != nil || onward != nil else { return }
        html.element(.nav, .class("pagination"), .set(.ariaLabel, html.strings.pagination)) { html in
            if let back {
                let style = Attribute.class("pagination__back")
                html.element(.a, style, .set(.rel, "prev"), .href(back.location), text: back.label)
            }
            if let onward {
                let style = Attribute.class("pagination__onward")
                html.element(.a, style, .set(.rel, "next"), .href(onward.location), text: onward.label)
            }
        }
    }
}
