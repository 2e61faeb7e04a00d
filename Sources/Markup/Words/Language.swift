/// The languages that pages are written in. Dutch comes first; English stands beside every Dutch text.
public enum Language: String, CaseIterable, Sendable {
    case dutch = "nl"
    case english = "en"
}
