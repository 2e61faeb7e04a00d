/// Columns over time, with the same figures in a table below: a picture for the eye, the table for who wants
/// to know, and for who cannot see.
///
/// A norm, where one holds for what is drawn, is the peil line across it.
public struct Chart: Component {
    let caption: String
    let series: [Series]
    let columns: [Column]
    let norm: PeilLine.Norm?

    /// - Parameters:
    ///   - caption: what is shown, and over which time.
    ///   - series: what the parts of a column are, from the bottom up; two at most, so that they can be told
    ///     apart without colour.
    ///   - columns: in order of time, each with a value for each series.
    ///   - norm: for a whole column.
    public init(caption: String, series: [Series], columns: [Column], norm: PeilLine.Norm? = nil) {
        precondition((1...2).contains(series.count), "one or two parts to a column")
        precondition(columns.allSatisfy { $0.values.count == series.count }, "a value for each series")
        self.caption = caption
        self.series = series
        self.columns = columns
        self.norm = norm
    }

    /// What a part of each column stands for.
    public struct Series: Sendable {
        /// How the part is filled.
        public enum Tone: Sendable {
            case reached
            case below
        }

        let label: String
        let tone: Tone

        public init(_ label: String, tone: Tone) {
            self.label = label
            self.tone = tone
        }
    }

    /// A stretch of time with its values.
    public struct Column: Sendable {
        let label: String
        let shortLabel: String
        let values: [Int]

        /// - Parameters:
        ///   - label: as the table names it.
        ///   - shortLabel: as it stands below the column, where there is room.
        public init(_ label: String, shortLabel: String, values: [Int]) {
            self.label = label
            self.shortLabel = shortLabel
            self.values = values
        }

        var sum: Int { values.reduce(0, +) }
    }

    public func write(to html: inout HTML) {
        html.element(.figure, .class("chart")) { html in
            html.element(.figcaption, .class("chart__caption"), text: caption)
            writeLegend(to: &html)
            writeDrawing(to: &html)
        }
    }

    private func writeLegend(to html: inout HTML) {
        html.element(.ul, .class("chart__legend")) { html in
            for part in series {
                html.element(.li, part.tone.legend, text: part.label)
            }
            if let norm {
                html.element(
                    .li, .class("chart__key", "chart__key--norm"),
                    text: html.strings.normBound(norm.bound, norm.reading.text))
            }
        }
    }

    private func writeDrawing(to html: inout HTML) {
        let scale = PeilLine.Scale.amount(
            norm: norm?.reading.value ?? 0, reached: Double(columns.map(\.sum).max() ?? 0), in: html.strings)
        html.element(
            .svg, .class("chart__drawing"), .set(.role, "img"), .set(.ariaLabel, words(in: html.strings)),
            .set(.width, "100%")
        ) { html in
            for (share, text) in [(0.0, scale.startText), (1.0, scale.endText)] {
                line(.class("chart__grid"), at: Self.height(share), to: &html)
                html.element(
                    .drawnText, .class("chart__tick"), .set(.x, "0"), .set(.y, em(Self.height(share) - 0.3)),
                    text: text)
            }
            for (index, column) in columns.enumerated() { write(column, index, scale, to: &html) }
            if let norm {
                let place = Self.height(scale.position(of: norm.reading.value))
                line(.class("peil-line__casing"), at: place, to: &html)
                line(.class("peil-line__norm"), at: place, to: &html)
            }
        }
    }

    /// How high the drawing is, and what lies below it for the names of the columns.
    private static let drawnHeight = 10.0
    private static let topMargin = 1.2
    /// Names that fit beside each other on a phone.
    private static let namesLimit = 7

    private static func height(_ share: Double) -> Double {
        topMargin + drawnHeight * (1 - share)
    }

    private func write(_ column: Column, _ index: Int, _ scale: PeilLine.Scale, to html: inout HTML) {
        let width = 100 / Double(columns.count)
        var below = 0
        for (part, value) in zip(series, column.values) where value > 0 {
            let bottom = scale.position(of: Double(below))
            let top = scale.position(of: Double(below + value))
            below += value
            // What is there shows, however little it is beside the rest.
            let tall = max((top - bottom) * Self.drawnHeight, 0.12)
            html.element(
                .rect, part.tone.bar, .set(.x, percent((Double(index) + 0.15) * width)),
                .set(.width, percent(width * 0.7)), .set(.y, em(Self.height(bottom) - tall)),
                .set(.height, em(tall))
            ) { _ in }
        }
        guard isNamed(index) else { return }
        html.element(
            .drawnText, .class("chart__tick"), .set(.x, percent((Double(index) + 0.5) * width)),
            .set(.y, em(Self.height(0) + 1.3)), .set(.textAnchor, "middle"), text: column.shortLabel)
    }

    private func isNamed(_ index: Int) -> Bool {
        let step = (columns.count + Self.namesLimit - 1) / Self.namesLimit
        return (columns.count - 1 - index).isMultiple(of: max(1, step))
    }

    private func line(_ style: Attribute, at place: Double, to html: inout HTML) {
        html.element(
            .line, style, .set(.x1, "0"), .set(.x2, "100%"), .set(.y1, em(place)), .set(.y2, em(place))
        ) { _ in }
    }

    /// The drawing in words: the whole, and each part's share of it.
    private func words(in strings: Strings) -> String {
        let sums = series.indices.map { index in
            "\(series[index].label) \(strings.number(columns.reduce(0) { $0 + $1.values[index] }))"
        }
        let norm = norm.map { [strings.normBound($0.bound, $0.reading.text)] } ?? []
        return ([caption] + sums + norm).joined(separator: ", ")
    }
}

extension Chart.Series.Tone {
    fileprivate var bar: Attribute {
        switch self {
        case .reached: .class("chart__bar", "chart__bar--reached")
        case .below: .class("chart__bar", "chart__bar--below")
        }
    }

    fileprivate var legend: Attribute {
        switch self {
        case .reached: .class("chart__key", "chart__key--reached")
        case .below: .class("chart__key", "chart__key--below")
        }
    }
}

/// A length in hundredths of the size of the letters.
private func em(_ value: Double) -> String { hundredths(value) + "em" }

private func percent(_ value: Double) -> String { hundredths(value) + "%" }

private func hundredths(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let rest = abs(hundredths % 100)
    return "\(hundredths < 0 ? "-" : "")\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"
}
