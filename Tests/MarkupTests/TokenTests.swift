import Testing

@testable import Markup

@Suite struct TokenTests {
    /// Relative luminance and contrast by WCAG 2.2.
    private func luminance(_ color: Brand) -> Double {
        let value = UInt32(color.rawValue.dropFirst(), radix: 16) ?? 0
        let channels = [value >> 16 & 255, value >> 8 & 255, value & 255].map { channel in
            let share = Double(channel) / 255
            return share <= 0.04045 ? share / 12.92 : power((share + 0.055) / 1.055)
        }
        return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
    }

    /// x to the power of 2.4: x² · x^(2/5), the fifth root by Newton's method.
    private func power(_ base: Double) -> Double {
        let square = base * base
        var root = 1.0
        for _ in 0..<60 {
            root -= (root * root * root * root * root - square) / (5 * root * root * root * root)
        }
        return square * root
    }

    private func contrast(_ one: Brand, _ other: Brand) -> Double {
        let (light, dark) = (max(luminance(one), luminance(other)), min(luminance(one), luminance(other)))
        return (light + 0.05) / (dark + 0.05)
    }

    @Test func `black on white is 21`() {
        #expect(abs(contrast(.paper, .paper) - 1) < 1e-9)
        #expect(abs(luminance(.paper) - 1) < 1e-9)
    }

    @Test(arguments: Pairing.all, Theme.allCases)
    func `every pair of colours can be told apart`(pair: Pairing, theme: Theme) {
        let ratio = contrast(pair.foreground.color(in: theme), pair.background.color(in: theme))
        #expect(ratio >= pair.ratioMin, "\(pair.foreground) on \(pair.background), \(theme): \(ratio)")
    }

    @Test func `every brand colour has a meaning`() {
        let used = Set(Theme.allCases.flatMap { theme in Meaning.allCases.map { $0.color(in: theme) } })
        #expect(used == Set(Brand.allCases))
    }

    @Test func `the stylesheet knows both themes and the reader's choice`() {
        let text = Stylesheet.text
        #expect(text.contains("--color-action:var(--brand-channel)"))
        #expect(text.contains("[data-theme=\"dark\"]{color-scheme:dark"))
        #expect(text.contains("@media (prefers-color-scheme:dark){:root:not([data-theme])"))
    }
}
