import Markup

/// What stands around the content of a page and differs by reader and environment.
struct Frame: Sendable {
    /// For whom the page is made; citizens read larger letters.
    enum Audience: Sendable {
        case citizen
        case staff

        var style: Attribute {
            switch self {
            case .citizen: .class("for-citizens")
            case .staff: .nothing
            }
        }
    }

    /// The demo environment, whose clock may stand at another moment than now.
    struct Demo: Sendable {
        var asOf: Moment?
    }

    var language: Language = .dutch
    var audience: Audience
    /// The main menu; empty where nobody is signed in.
    var menu: [PageHeader.Item] = []
    var reader: PageHeader.State
    /// Nil outside the demo environment.
    var demo: Demo?
    /// What the reader must know before anything else.
    var notice: Alert?
    /// The way to this page in the other language.
    var languages: LanguageSwitch?
    /// Whether there is a `security.txt` to lead to.
    var hasSecurityContact = true
    /// The appearance, where it is not left to the reader's system.
    var theme: Theme?
}
