/// Rows and columns. The head stays in sight while scrolling; on a phone each row becomes a block with its
/// column names.
public struct Table: Component {
    let caption: String
    let columns: [Column]
    let rows: [[Cell]]

    /// - Parameters:
    ///   - caption: what the table shows; the first thing a screen reader says of it.
    ///   - rows: as many cells as there are columns; the first cell names the row.
    public init(caption: String, columns: [Column], rows: [[Cell]]) {
        precondition(rows.allSatisfy { $0.count == columns.count }, "a row has a cell for each column")
        self.caption = caption
        self.columns = columns
        self.rows = rows
    }

    /// A column, with the link that sorts by it where it can be.
    public struct Column: Sendable {
        let label: String
        let isNumeric: Bool
        let sort: Sort?

        /// - Parameter isNumeric: figures stand below one another, right-aligned.
        public init(_ label: String, isNumeric: Bool = false, sort: Sort? = nil) {
            self.label = label
            self.isNumeric = isNumeric
            self.sort = sort
        }
    }

    /// How the table is sorted by a column now, and where it is sorted by it the other way.
    public struct Sort: Sendable {
        /// The present order.
        public enum Order: String, Sendable {
            case none, ascending, descending
        }

        let order: Order
        let location: Location

        public init(_ order: Order, _ location: Location) {
            self.order = order
            self.location = location
        }
    }

    /// What stands in a cell.
    public struct Cell: Sendable {
        let content: Content

        public init(_ text: String) {
            content = Content { html in html.text(text) }
        }

        public init(_ component: some Component) {
            content = Content { html in html.add(component) }
        }
    }

    public func write(to html: inout HTML) {
        html.element(.div, .class("table")) { html in
            // Shown as blocks on a phone, the elements would lose their meaning to a screen reader: hence the
            // roles.
            html.element(.table, .set(.role, "table")) { html in
                html.element(.caption, text: caption)
                html.element(.thead, .set(.role, "rowgroup")) { html in
                    html.element(.tr, .set(.role, "row")) { html in
                        for column in columns { write(column, to: &html) }
                    }
                }
                html.element(.tbody, .set(.role, "rowgroup")) { html in
                    for row in rows { write(row, to: &html) }
                }
            }
        }
    }

    private func write(_ column: Column, to html: inout HTML) {
        html.element(
            .th, .set(.scope, "col"), .set(.role, "columnheader"),
            column.isNumeric ? .class("table__number") : .nothing,
            .set(.ariaSort, ifPresent: column.sort?.order.rawValue)
        ) { html in
            if let sort = column.sort {
                html.element(.a, .class("table__sort"), .href(sort.location), text: column.label)
            } else {
                html.text(column.label)
            }
        }
    }

    private func write(_ row: [Cell], to html: inout HTML) {
        html.element(.tr, .set(.role, "row")) { html in
            for (index, (cell, column)) in zip(row, columns).enumerated() {
                let style: Attribute = column.isNumeric ? .class("table__number") : .nothing
                let label: Attribute = .set(.dataLabel, column.label)
                if index == 0 {
                    html.element(.th, .set(.scope, "row"), .set(.role, "rowheader"), label, style) { html in
                        html.element(.span) { html in html.add(cell.content) }
                    }
                } else {
                    html.element(.td, .set(.role, "cell"), label, style) { html in
                        html.element(.span) { html in html.add(cell.content) }
                    }
                }
            }
        }
    }
}
