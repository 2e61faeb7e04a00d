/// Which life an installation lives. Stored in its database at the first start; a start as another one is
/// refused.
public enum Environment: String, CaseIterable, Sendable {
    case demo
    case preproduction
    case production
}
