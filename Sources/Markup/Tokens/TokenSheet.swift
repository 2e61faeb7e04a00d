/// The token layer of the stylesheet, written from the token values so that Swift and CSS cannot differ.
enum TokenSheet {
    static var text: String {
        let brand = Brand.allCases.map { "\($0.property):\($0.rawValue)" }.joined(separator: ";")
        let light = colors(of: .light)
        let dark = colors(of: .dark)
        return """
            @layer tokens {
            :root{\(brand);\(measures)}
            :root,[data-theme="light"]{\(light)}
            @media (prefers-color-scheme:dark){:root:not([data-theme]){\(dark)}}
            [data-theme="dark"]{\(dark)}
            }

            """
    }

    private static func colors(of theme: Theme) -> String {
        "color-scheme:\(theme.rawValue);"
            + Meaning.allCases.map { "\($0.property):var(\($0.color(in: theme).property))" }
            .joined(separator: ";")
    }

    /// Sizes: steps of 4 px in rem so that they grow with the reader's letter size; type on a scale of 1.2.
    private static let measures = """
        --space-1:.25rem;--space-2:.5rem;--space-3:.75rem;--space-4:1rem;--space-5:1.25rem;--space-6:1.5rem;\
        --space-8:2rem;--space-10:2.5rem;--space-12:3rem;--space-16:4rem;\
        --type-small:.875rem;--type-base:1rem;--type-large:1.2em;--type-h2:1.44rem;--type-h1:1.728rem;\
        --corner:4px;--corner-small:2px;--line-width:1px;--line-medium:2px;--line-thick:4px;\
        --focus-width:3px;--focus-gap:2px;--target-size:44px;--measure:70ch;\
        --page-width:72rem;--reading-width:46rem;\
        --font:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",Arial,sans-serif;\
        --font-code:ui-monospace,"Cascadia Mono",Menlo,Consolas,"Liberation Mono",monospace;\
        --shadow:0 2px 12px rgb(0 0 0/.25)
        """
}
