/// The two appearances a page has; the reader's system chooses, `data-theme` on an element overrides.
public enum Theme: String, CaseIterable, Sendable {
    case light
    case dark
}

/// The second tier of the design tokens: what a colour is for. Components refer to these.
public enum Meaning: String, CaseIterable, Sendable {
    case background
    case surface
    case line
    case text
    case secondaryText
    case action
    case actionPressed
    case onAction
    case norm
    case reached
    case atRisk
    case below
    case fieldBorder
    case focusInner
    case focusOuter

    /// The colour that carries this meaning in a theme.
    public func color(in theme: Theme) -> Brand {
        switch theme {
        case .light: inLight
        case .dark: inDark
        }
    }

    /// The custom property of the stylesheet, such as `--color-secondary-text`.
    public var property: String {
        "--color-" + kebab(rawValue)
    }

    private var inLight: Brand {
        switch self {
        case .background, .onAction: .paper
        case .surface: .mist
        case .line: .shallows
        case .text, .focusOuter: .ink
        case .secondaryText: .pebble
        case .action: .channel
        case .actionPressed: .deepChannel
        case .norm: .rust
        case .reached: .moss
        case .atRisk: .ochre
        case .below: .brick
        case .fieldBorder: .slate
        case .focusInner: .buoy
        }
    }

    private var inDark: Brand {
        switch self {
        case .background, .onAction: .night
        case .surface: .dusk
        case .line: .reed
        case .text, .focusOuter: .foam
        case .secondaryText: .cloud
        case .action: .ice
        case .actionPressed: .paleIce
        case .norm: .ember
        case .reached: .mint
        case .atRisk: .straw
        case .below: .coral
        case .fieldBorder: .fog
        case .focusInner: .buoy
        }
    }
}
