/// What was reached, held against its norm: the recurring picture of the product.
///
/// A horizontal measure filled up to what was reached, the norm as a fine line across it with its value at
/// the line, and the verdict in words with the exact figures. The drawing carries its meaning in text too;
/// colour only repeats it.
public struct PeilLine: Component {
    let verdict: Verdict
    let norm: Norm
    let reached: Reading?
    let scale: Scale

    /// - Parameters:
    ///   - reached: what was measured; nil where nothing was, or where the norm was never put to the test and
    ///     no figure says so.
    ///   - scale: what the two ends of the measure stand for; written at both ends, since it seldom begins at
    ///     zero.
    public init(verdict: Verdict, norm: Norm, reached: Reading?, scale: Scale) {
        self.verdict = verdict
        self.norm = norm
        self.reached = reached
        self.scale = scale
    }

    /// How what was reached stands to the norm.
    public enum Verdict: Sendable, CaseIterable {
        case reached
        case below
        /// The norm is a capacity that the load never came up to, so it says nothing.
        case untested
        /// There are no observations.
        case unmeasured
        /// There is a figure and no norm to hold it against, or only a target.
        case shown

        /// The tone of the badge that says it.
        public var tone: StatusBadge.Tone {
            switch self {
            case .reached: .reached
            case .below: .below
            case .untested, .unmeasured, .shown: .neutral
            }
        }
    }

    /// On which side of the norm it is good to be.
    public enum Bound: Sendable {
        case atLeast, atMost
    }

    /// The norm: its place on the scale, and how it is written ("99,00 %", "200 ms").
    public struct Norm: Sendable {
        let bound: Bound
        let reading: Reading

        public init(_ bound: Bound, _ value: Double, text: String) {
            self.bound = bound
            reading = Reading(value, text: text)
        }
    }

    /// A value: its place on the scale, how it is written, and the count behind it ("42.901 van 43.200").
    public struct Reading: Sendable {
        let value: Double
        let text: String
        let fraction: String?

        public init(_ value: Double, text: String, fraction: String? = nil) {
            precondition(value.isFinite, "a reading is a number")
            self.value = value
            self.text = text
            self.fraction = fraction
        }
    }

    public func write(to html: inout HTML) {
        html.element(.div, .class("peil-line")) { html in
            html.element(.p, .class("peil-line__words")) { html in
                html.add(StatusBadge(html.strings.verdict(verdict), tone: verdict.tone))
                if let reached { write(reached, to: &html) }
            }
            if hasLongLabel(in: html.strings) { writeLongLabel(to: &html) }
            writeDrawing(to: &html)
        }
    }

    private func write(_ reading: Reading, to html: inout HTML) {
        html.text(" ")
        html.element(.strong, .class("peil-line__reached"), text: reading.text)
        if let fraction = reading.fraction {
            html.text(" ")
            html.element(.span, .class("peil-line__fraction"), text: "(\(fraction))")
        }
    }

    /// What fits beside the line on a screen of 320 pixels; drawn text does not wrap.
    private static let drawnLabelLimit = 24

    private func hasLongLabel(in strings: Strings) -> Bool {
        strings.normBound(norm.bound, norm.reading.text).count > Self.drawnLabelLimit
    }

    /// The norm above the drawing, on the side where its line is. The drawing says it to screen readers.
    private func writeLongLabel(to html: inout HTML) {
        let side: Attribute =
            scale.position(of: norm.reading.value) > 0.5
            ? .class("peil-line__label", "peil-line__label--end") : .class("peil-line__label")
        html.element(
            .p, side, .set(.ariaHidden, "true"), text: html.strings.normBound(norm.bound, norm.reading.text))
    }

    private func writeDrawing(to html: inout HTML) {
        let words = accessibleText(in: html.strings)
        // Without a view box, lengths in per cent follow the width of the page and text keeps its size.
        html.element(
            .svg, .class("peil-line__drawing"), .set(.role, "img"), .set(.ariaLabel, words),
            .set(.width, "100%")
        ) { html in
            bar(.class("peil-line__trough"), width: 1, to: &html)
            if let reached { bar(level, width: scale.position(of: reached.value), to: &html) }
            let place = scale.position(of: norm.reading.value)
            // The casing keeps the line apart from whatever fill it crosses.
            mark(.class("peil-line__casing"), at: place, to: &html)
            mark(.class("peil-line__norm"), at: place, to: &html)
            if !hasLongLabel(in: html.strings) {
                label(html.strings.normBound(norm.bound, norm.reading.text), at: place, to: &html)
            }
            end(scale.startText, at: 0, "start", to: &html)
            end(scale.endText, at: 1, "end", to: &html)
        }
    }

    private func accessibleText(in strings: Strings) -> String {
        let measured = [strings.verdict(verdict), reached?.text, reached?.fraction].compactMap { $0 }
        let ends = strings.scale(from: scale.startText, to: scale.endText)
        return (measured + [strings.normBound(norm.bound, norm.reading.text), ends]).joined(separator: ", ")
    }

    private var level: Attribute {
        switch verdict {
        case .reached: .class("peil-line__level", "peil-line__level--reached")
        case .below: .class("peil-line__level", "peil-line__level--below")
        case .untested, .unmeasured, .shown: .class("peil-line__level")
        }
    }

    private func bar(_ style: Attribute, width: Double, to html: inout HTML) {
        html.element(
            .rect, style, .set(.x, "0"), .set(.y, "1.75em"), .set(.height, "1em"),
            .set(.width, percent(width))
        ) { _ in }
    }

    private func mark(_ style: Attribute, at place: Double, to html: inout HTML) {
        html.element(
            .line, style, .set(.x1, percent(place)), .set(.x2, percent(place)), .set(.y1, "1.4em"),
            .set(.y2, "3.1em")
        ) { _ in }
    }

    /// The value of the norm above its line, kept within the drawing: near an end it grows away from it.
    private func label(_ text: String, at place: Double, to html: inout HTML) {
        let anchor = place < 0.3 ? "start" : place > 0.7 ? "end" : "middle"
        html.element(
            .drawnText, .class("peil-line__value"), .set(.x, percent(place)), .set(.y, "1em"),
            .set(.textAnchor, anchor), text: text)
    }

    private func end(_ text: String, at place: Double, _ anchor: String, to html: inout HTML) {
        html.element(
            .drawnText, .class("peil-line__end"), .set(.x, percent(place)), .set(.y, "4em"),
            .set(.textAnchor, anchor), text: text)
    }

    /// A share of the width, to a hundredth of a per cent.
    private func percent(_ share: Double) -> String {
        let hundredths = Int((share * 10_000).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
