/// The first tier of the design tokens: the only place with raw values. Named by what they look like, never
/// used by a component directly.
public enum Brand: String, CaseIterable, Sendable {
    // Water by day, from paper to deep
    case paper = "#ffffff"
    case mist = "#f3f6f8"
    case shallows = "#d2dce2"
    case slate = "#6d808c"
    case pebble = "#4d606c"
    case ink = "#13222b"
    case channel = "#0a5c7a"
    case deepChannel = "#07415a"
    // Water by night
    case night = "#0f1a20"
    case dusk = "#16252d"
    case reed = "#2e424d"
    case fog = "#7f939e"
    case cloud = "#a9bac3"
    case foam = "#e8eff2"
    case ice = "#6cc3e0"
    case paleIce = "#9ad8ec"
    // The line, and what lies above and below it
    case rust = "#b8430f"
    case ember = "#ff9d5c"
    case moss = "#1f6f43"
    case mint = "#6fcf97"
    case ochre = "#8a5a00"
    case straw = "#f2c14e"
    case brick = "#a8201a"
    case coral = "#ff8a80"
    case buoy = "#ffb612"

    /// The custom property that holds the value in the stylesheet, such as `--brand-deep-channel`.
    public var property: String {
        "--brand-" + kebab("\(self)")
    }
}

func kebab(_ name: String) -> String {
    name.reduce(into: "") { text, letter in
        text += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
}
