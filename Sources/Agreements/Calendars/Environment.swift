/// The environments that agreements tell apart.
public enum Environment: String, CaseIterable, Hashable, Sendable {
    case production
    case preproduction
    case test
}
