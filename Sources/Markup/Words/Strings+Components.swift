// The page that shows the components.
extension Strings {
    public var components: String { pick("Componenten", "Components") }
    public var componentsLead: String {
        pick(
            "Alle bouwstenen van de pagina’s, in licht en donker.",
            "All building blocks of the pages, in light and dark.")
    }
    public func theme(_ theme: Theme) -> String {
        switch theme {
        case .light: pick("Licht", "Light")
        case .dark: pick("Donker", "Dark")
        }
    }
}
