/// Two meanings that stand on one another somewhere on a page, with the contrast they must have (WCAG 2.2,
/// 1.4.3 and 1.4.11).
public struct Pairing: Sendable {
    public let foreground: Meaning
    public let background: Meaning
    /// The least ratio: 4.5 for text, 3 for large text, borders of fields and parts of a drawing.
    public let ratioMin: Double

    /// Every pair that the components use. A component that needs another one adds it here, and the test
    /// computes it.
    public static let all: [Pairing] = texts + parts

    private static let texts: [Pairing] =
        [Meaning.background, .surface].flatMap { background in
            [Meaning.text, .secondaryText, .action, .actionPressed, .norm, .reached, .atRisk, .below].map {
                Pairing(foreground: $0, background: background, ratioMin: 4.5)
            }
        } + [
            Pairing(foreground: .onAction, background: .action, ratioMin: 4.5),
            Pairing(foreground: .onAction, background: .actionPressed, ratioMin: 4.5),
            Pairing(foreground: .text, background: .line, ratioMin: 4.5),
        ]

    private static let parts: [Pairing] = [Meaning.background, .surface].flatMap { background in
        [Meaning.fieldBorder, .focusOuter].map {
            Pairing(foreground: $0, background: background, ratioMin: 3)
        }
    }
}
